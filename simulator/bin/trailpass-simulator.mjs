#!/usr/bin/env node
// The sources are TypeScript; tsx runs them where Node 20 cannot.
import { register } from 'tsx/esm/api'

register()
await import('../src/cli.ts')
