import { createRequire } from 'node:module'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { fixtureTree } from '../lib/fixture-tree.ts'

const { forbidden = [], options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration

const importing = (...paths: string[]) => paths.map((path) => `import '${path}'`).join('\n')
const npm = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
  [`node_modules/${name}/index.js`]: '',
})

/** A small tree of the same shape as the repository that keeps every rule. */
const lawful: Record<string, string> = {
  ...npm('zod'),
  ...npm('koa'),
  ...npm('vitest'),
  ...npm('@tarojs/taro'),
  'shared/src/index.ts': '',
  'shared/src/schemas.ts': importing('./contract/session.schema.ts'),
  'shared/src/contract/session.schema.ts': importing('zod'),
  'simulator/src/index.ts': importing('koa'),
  'bff/src/main.ts': importing('./context.ts', './app.ts'),
  'bff/src/app.ts': importing('koa', './http/routes.ts'),
  'bff/src/context.ts': importing('./services/login-service.ts', './adapters/sql/store.ts', './config/env.ts'),
  'bff/src/http/routes.ts': importing('../../../shared/src/schemas.ts'),
  'bff/src/config/env.ts': '',
  'bff/src/domain/session.ts': importing('./person.ts'),
  'bff/src/domain/person.ts': importing('../../../shared/src/index.ts'),
  'bff/src/ports/store.ts': importing('../domain/session.ts'),
  'bff/src/services/login-service.ts': importing('../ports/store.ts'),
  'bff/src/services/trail/ride-service.ts': importing('../login-service.ts'),
  'bff/src/adapters/sql/store.ts': importing('../../ports/store.ts'),
  'bff/src/adapters/sql/store.test.ts': importing('vitest', './store.ts', '../../../../simulator/src/index.ts'),
  'client/src/app.tsx': importing('@tarojs/taro', './bootstrap'),
  'client/src/bootstrap.ts': importing(
    './features/session/store',
    './platform/transport/index',
    './platform/storage/index',
  ),
  'client/src/platform/transport/index.ts': importing('@tarojs/taro'),
  'client/src/platform/storage/index.ts': importing('@tarojs/taro'),
  'client/src/features/session/store.ts': importing('./part', '../../../../shared/src/index.ts'),
  'client/src/features/session/part.ts': '',
  'client/src/features/profile/store.ts': '',
  'client/src/pages/home/index.tsx': importing('@tarojs/taro', './parts', '../../features/session/store'),
  'client/src/pages/home/parts.tsx': '',
  'client/src/pages/profile/index.tsx': '',
  'scripts/demo.ts': importing('../simulator/src/index.ts', '../client/src/pages/home/parts.tsx'),
  'e2e/journey.ts': importing('../client/src/bootstrap.ts', '../bff/src/context.ts'),
  'bench/src/main.ts': importing('../../e2e/journey.ts', '../../scripts/demo.ts', '../../bff/src/context.ts'),
}

async function brokenRules(planted: Record<string, string>): Promise<string[]> {
  using tree = fixtureTree({ ...lawful, ...planted })
  const folders = ['shared', 'bff', 'client', 'simulator', 'scripts', 'e2e', 'bench']
  const { output } = await cruise(folders, {
    ...options,
    baseDir: tree.root,
    validate: true,
    ruleSet: { forbidden },
  })
  const names = (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name)
  return [...new Set(names)]
}

const plants: [rule: string, what: string, planted: Record<string, string>][] = [
  [
    'no-cycles',
    'two files import each other',
    { 'simulator/src/index.ts': importing('./b.ts'), 'simulator/src/b.ts': importing('./index.ts') },
  ],
  [
    'no-cycles',
    'two files import types of each other',
    {
      'bff/src/ports/a.ts': "import type { B } from './b.ts'\nexport interface A { b: B }",
      'bff/src/ports/b.ts': "import type { A } from './a.ts'\nexport interface B { a: A }",
    },
  ],
  ['nothing-unresolved', 'an import leads nowhere', { 'shared/src/index.ts': importing('./missing.ts') }],
  [
    'shared-knows-nobody',
    'shared imports the BFF',
    {
      'shared/src/index.ts': importing('../../bff/src/ports/store.ts'),
      'bff/src/domain/person.ts': '',
      'client/src/features/session/store.ts': '',
    },
  ],
  [
    'simulator-knows-nobody',
    'the simulator imports shared',
    { 'simulator/src/index.ts': importing('../../shared/src/index.ts') },
  ],
  [
    'client-meets-others-only-in-shared',
    'the client imports the BFF',
    { 'client/src/bootstrap.ts': importing('../../bff/src/domain/person.ts') },
  ],
  [
    'client-meets-others-only-in-shared',
    'the client imports the simulator',
    { 'client/src/bootstrap.ts': importing('../../simulator/src/index.ts') },
  ],
  [
    'bff-meets-others-only-in-shared',
    'the BFF imports the client',
    { 'bff/src/ports/store.ts': importing('../../../client/src/features/session/part.ts') },
  ],
  [
    'bff-meets-others-only-in-shared',
    'the BFF imports the simulator',
    { 'bff/src/context.ts': importing('../../simulator/src/index.ts') },
  ],
  [
    'nobody-knows-the-bench',
    'a script imports it',
    { 'scripts/demo.ts': importing('../bench/src/main.ts'), 'bench/src/main.ts': '' },
  ],
  ['client-reaches-no-zod', 'the client imports zod', { 'client/src/features/session/part.ts': importing('zod') }],
  [
    'client-reaches-no-zod',
    "the client imports shared's schemas",
    { 'client/src/bootstrap.ts': importing('../../shared/src/schemas.ts') },
  ],
  ['client-reaches-no-zod', 'shared leads the client to zod', { 'shared/src/index.ts': importing('zod') }],
  [
    'domain-imports-only-domain',
    'the domain imports a port',
    { 'bff/src/domain/person.ts': importing('../ports/other.ts'), 'bff/src/ports/other.ts': '' },
  ],
  [
    'domain-imports-only-domain',
    "the domain imports Node's own modules",
    { 'bff/src/domain/person.ts': importing('node:fs') },
  ],
  [
    'domain-imports-only-domain',
    'the domain imports schemas',
    { 'bff/src/domain/person.ts': importing('../../../shared/src/schemas.ts') },
  ],
  [
    'services-see-ports-and-domain',
    'a service imports HTTP',
    { 'bff/src/services/login-service.ts': importing('../http/routes.ts') },
  ],
  [
    'services-see-ports-and-domain',
    'a service imports configuration',
    { 'bff/src/services/login-service.ts': importing('../config/env.ts') },
  ],
  ['services-see-ports-and-domain', 'a service imports koa', { 'bff/src/services/login-service.ts': importing('koa') }],
  [
    'kernel-knows-no-product',
    'a service of the kernel imports one of the trail',
    {
      'bff/src/services/login-service.ts': '',
      'bff/src/services/session-service.ts': importing('./trail/ride-service.ts'),
    },
  ],
  [
    'only-context-picks-adapters',
    'a route imports an adapter',
    { 'bff/src/http/routes.ts': importing('../adapters/sql/store.ts') },
  ],
  [
    'features-are-islands',
    'a feature imports another',
    { 'client/src/features/profile/store.ts': importing('../session/part') },
  ],
  [
    'nothing-imports-pages',
    'a feature imports a page',
    { 'client/src/features/session/part.ts': importing('../../pages/home/parts') },
  ],
  [
    'pages-know-no-other-page',
    'a page imports another',
    { 'client/src/pages/profile/index.tsx': importing('../home/parts') },
  ],
  [
    'taro-stays-at-the-rim',
    'a store imports Taro',
    { 'client/src/features/session/store.ts': importing('@tarojs/taro') },
  ],
]

describe('import rules', () => {
  it('find nothing in a tree that keeps them', async () => {
    expect(await brokenRules({})).toEqual([])
  })

  it.each(plants)('%s is broken alone when %s', async (rule, _what, planted) => {
    expect(await brokenRules(planted)).toEqual([rule])
  })

  it('also stop a service that imports an adapter, which only the context may pick', async () => {
    const planted = { 'bff/src/services/login-service.ts': importing('../adapters/sql/store.ts') }
    expect((await brokenRules(planted)).sort()).toEqual([
      'only-context-picks-adapters',
      'services-see-ports-and-domain',
    ])
  })

  it('are each proven by a planted violation', () => {
    expect(new Set(plants.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)))
  })
})
