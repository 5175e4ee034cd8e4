import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

const isLogCall = (node) =>
  node?.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.name === 'log'

/** Of a line of the log, its fields are for machines and tested; its words are for people and free to change. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'log-words', {
    shouldIgnore: ({ node, parent }) =>
      node.type === 'StringLiteral' && isLogCall(parent) ? 'words of the log' : undefined,
  }),
]
