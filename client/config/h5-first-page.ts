import { type Compiler, sources } from 'webpack'

const firstPage = '/pages/home/index'

/** Has the browser fetch the first page's files beside the program, which would ask for them only once it runs. */
export class PreloadFirstPage {
  apply({ hooks, webpack }: Compiler): void {
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
    hooks.thisCompilation.tap('PreloadFirstPage', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'PreloadFirstPage', stage }, (assets) => {
        const html = assets['index.html']
        if (html === undefined) return
        const group = compilation.chunkGroups.find(
          (each) => !each.isInitial() && each.origins.some(({ request }) => request?.endsWith(firstPage)),
        )
        if (group === undefined) throw new Error(`nothing loads ${firstPage}`)
        compilation.updateAsset(
          'index.html',
          new sources.RawSource(withPreloads(html.source().toString(), group.getFiles())),
        )
      })
    })
  }
}

function withPreloads(html: string, files: string[]): string {
  const links = files
    .filter((file) => /\.(js|css)$/.test(file) && !html.includes(file))
    .map((file) => `<link rel="preload" href="./${file}" as="${file.endsWith('.js') ? 'script' : 'style'}">`)
  return html.replace('</head>', `${links.join('')}</head>`)
}
