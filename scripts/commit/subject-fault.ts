const types = ['feat', 'fix', 'perf', 'refactor', 'test', 'docs', 'build', 'ci', 'chore', 'revert']
const scopes = ['client', 'bff', 'shared', 'simulator', 'bench', 'e2e', 'deploy', 'repo']
const longest = 100

const conventional = new RegExp(`^(?:${types.join('|')})(?:\\((?:${scopes.join('|')})\\))?!?: \\S`)
const byGit = /^(Merge |Revert "|fixup! |squash! |amend! )/

/** What is wrong with a commit's first line, in words; nothing when it is as CONTRIBUTING.md says. */
export function subjectFault(message: string): string | undefined {
  const subject = message.split('\n', 1)[0]?.trimEnd() ?? ''
  if (byGit.test(subject)) return undefined
  if (!conventional.test(subject)) {
    return `write \`type(scope): what it does\`, with a type of ${types.join(', ')} and, if one fits, a scope of ${scopes.join(', ')}`
  }
  if (subject.length > longest) return `say it in ${longest} characters; this has ${subject.length}`
  if (subject.endsWith('.')) return 'no full stop at the end'
  return undefined
}
