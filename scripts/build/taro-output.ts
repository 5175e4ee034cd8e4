// Greeting, environment, tips and progress: true of every build, news in none.
const noise = [
  /^👽 Taro/u,
  /^Tips:|^Example:|^\$ .*taro build/,
  /^(生成|编译|修改|监听|创建|移动|拷贝|提示|警告)?\s*(配置|工具配置|发现|页面文件)/,
  /^(Compiled|编译)(成功| successfully)/i,
  /^→|^✔|^✅|^🎉|^🙂/u,
  /^(webpack|Webpack|Browserslist|npx update-browserslist)/,
]

/** What is left of Taro's output when the noise is taken out: warnings and errors, each line once in a row. */
export function withoutBanner(output: string): string[] {
  const lines = output
    .replace(/\r/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
  return lines.filter(
    (line, index) => line.trim() !== '' && line !== lines[index - 1] && !noise.some((pattern) => pattern.test(line)),
  )
}
