/** Who may import whom. `scripts/check/import-rules.test.ts` plants a violation of each rule and sees it found. */

const tests = '\\.test\\.tsx?$'
const npmPackage = (...names) => `(^|/)(node_modules/)?(${names.join('|')})(/|$)`

/** What the trail adds to the server. */
const product = '^bff/src/(domain|http/routes|lib|ports|services)/trail/'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment: 'A cycle hides which of the two decides.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-unresolved',
    comment: 'What does not resolve escapes every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'shared-knows-nobody',
    severity: 'error',
    from: { path: '^shared/' },
    to: { path: '^(bff|client|simulator|scripts|e2e)/' },
  },
  {
    name: 'simulator-knows-nobody',
    severity: 'error',
    from: { path: '^simulator/' },
    to: { path: '^(shared|bff|client|scripts|e2e)/' },
  },
  {
    name: 'client-meets-others-only-in-shared',
    comment: 'The client knows the BFF by its contract and the simulator by its URL.',
    severity: 'error',
    from: { path: '^client/' },
    to: { path: '^(bff|simulator|scripts|e2e)/' },
  },
  {
    name: 'bff-meets-others-only-in-shared',
    comment: 'Tests may run the real client and the simulator; the server never does.',
    severity: 'error',
    from: { path: '^bff/src/', pathNot: tests },
    to: { path: '^(client|simulator|scripts|e2e)/' },
  },
  {
    name: 'nobody-knows-the-bench',
    comment: 'It measures everybody.',
    severity: 'error',
    from: { pathNot: '^bench/' },
    to: { path: '^bench/' },
  },
  {
    name: 'client-reaches-no-zod',
    comment: 'zod adds 76 KB to the mini program: the client takes types and rules from shared, never schemas.',
    severity: 'error',
    from: { path: '^client/src/' },
    to: { path: [npmPackage('zod'), '^shared/src/schemas\\.ts$', '\\.schema\\.ts$'], reachable: true },
  },
  {
    name: 'domain-imports-only-domain',
    comment: 'Types and rules without I/O; the pure rules of shared count as domain.',
    severity: 'error',
    from: { path: '^bff/src/domain/', pathNot: tests },
    to: { pathNot: ['^bff/src/domain/', '^shared/src/(?!schemas\\.ts$|.*\\.schema\\.ts$)'] },
  },
  {
    name: 'services-see-ports-and-domain',
    comment: 'A service knows no HTTP, no configuration, no storage and no vendor.',
    severity: 'error',
    from: { path: '^bff/src/services/', pathNot: tests },
    to: {
      path: [
        '^bff/src/(adapters|http|config|cli)/',
        '^bff/src/(main|app|context)\\.ts$',
        npmPackage('koa', '@koa', 'undici', 'kysely', 'libsql', 'pg', 'ioredis'),
      ],
    },
  },
  {
    name: 'kernel-knows-no-product',
    comment:
      'Sign-in and accounts stand without the trail: they meet it in ports/product.ts (docs/your-own-product.md).',
    severity: 'error',
    from: { path: '^bff/src/(domain|http|lib|ports|services)/', pathNot: [product, tests] },
    to: { path: product },
  },
  {
    name: 'only-context-picks-adapters',
    severity: 'error',
    from: { path: '^bff/src/', pathNot: ['^bff/src/context\\.ts$', '^bff/src/adapters/', tests] },
    to: { path: '^bff/src/adapters/' },
  },
  {
    name: 'features-are-islands',
    comment: 'What two features need lives below them; what joins them is a page.',
    severity: 'error',
    from: { path: '^client/src/features/([^/]+)/' },
    to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
  },
  {
    name: 'nothing-imports-pages',
    severity: 'error',
    from: { pathNot: '^(client/src/pages|e2e|scripts)/' },
    to: { path: '^client/src/pages/' },
  },
  {
    name: 'pages-know-no-other-page',
    severity: 'error',
    from: { path: '^client/src/pages/([^/]+)/' },
    to: { path: '^client/src/pages/', pathNot: '^client/src/pages/$1/' },
  },
  {
    name: 'taro-stays-at-the-rim',
    comment: 'Stores, rules and the api client run in plain Node.',
    severity: 'error',
    from: { path: '^client/src/', pathNot: ['^client/src/platform/', '\\.tsx$', tests] },
    to: { path: npmPackage('@tarojs') },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|fixtures)/' },
    // Types are dependencies too: a type-only import of an adapter is still knowledge of it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
}
