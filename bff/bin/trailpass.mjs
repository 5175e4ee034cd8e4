#!/usr/bin/env node
// `pnpm install` links this file, because the bundle does not exist yet at that point.
import { existsSync } from 'node:fs'

const bundle = new URL('../dist/cli.js', import.meta.url)
if (existsSync(bundle)) await import(bundle.href)
else {
  console.error('trailpass is not built yet: npx -y pnpm@10.34.8 build:bff')
  process.exitCode = 3
}
