import { expect, it } from 'vitest'
import { createTaroReader, type TaroLine } from './taro-output.ts'

function read(output: string): TaroLine[] {
  const readLine = createTaroReader()
  return output.split('\n').flatMap((line) => readLine(line) ?? [])
}

const failed = `👽 Taro v4.2.0

warning: TARO_APP_API_URL is not set
Tips:
1. 建议开启持久化缓存功能
ℹ Compiling Webpack
✔ Webpack: Compiled with some errors in 965.43ms
⚠️ Warnings:

Error: chunk common [mini-css-extract-plugin]

✖ Errors: 

SyntaxError: client/src/bootstrap.ts: Unexpected token (84:47)
> 84 | const x = ;

→ Watching... [11/22/2026, 8:18:01 AM]
🙅   编译失败. 11/22/2026, 8:18:01 AM
SyntaxError: client/src/bootstrap.ts: Unexpected token (84:47)
`

it('keeps errors whole and once, and the warnings of the configuration', () => {
  expect(read(failed)).toEqual([
    { kind: 'warning', text: 'warning: TARO_APP_API_URL is not set' },
    { kind: 'error', text: 'SyntaxError: client/src/bootstrap.ts: Unexpected token (84:47)' },
    { kind: 'error', text: '> 84 | const x = ;' },
  ])
})

it('tells that a compilation succeeded, and nothing else about it', () => {
  expect(read('ℹ Compiling Webpack\n✔ Webpack: Compiled successfully in 13.49s\nasset js/app.js 6 MiB')).toEqual([
    { kind: 'compiled', text: 'compiled in 13.49s' },
  ])
})
