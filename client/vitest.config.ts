import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const stub = (name: string) => fileURLToPath(new URL(`./test/stubs/${name}`, import.meta.url))

// Taro's own packages need a build; component tests draw the same tree with the browser's elements.
export default defineConfig({
  resolve: {
    alias: { '@tarojs/taro': stub('taro.ts'), '@tarojs/components': stub('components.tsx') },
  },
  test: {
    name: 'client',
    environment: 'happy-dom',
    env: { TARO_ENV: 'weapp', TARO_APP_API_URL: 'https://bff.test' },
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
