#!/usr/bin/env node
// Installing links this file, which is there before the bundle is.
import { existsSync } from 'node:fs'

const bundle = new URL('../dist/cli.js', import.meta.url)
if (existsSync(bundle)) await import(bundle.href)
else {
  console.error('trailpass is not built yet: npx -y pnpm@10.34.8 build:bff')
  process.exitCode = 3
}
