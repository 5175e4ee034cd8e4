/** What is mutated together, and the tests that have to notice. */
export interface MutationGroup {
  name: string
  /** Sources, as globs from the root of the repository. */
  mutate: readonly string[]
  /** The tests of `bff` that are run against every mutant they reach, as globs from `bff`. */
  tests: readonly string[]
  /** The chapters of the transcripts that count among them. */
  chapters?: readonly string[]
  /** The share of mutants, in percent, that has to be noticed. */
  floor: number
}

export const mutationGroups: readonly MutationGroup[] = [
  {
    name: 'ledger',
    mutate: [
      'bff/src/services/{login-{service,claim,settlement,ledger-keys},together}.ts',
      'bff/src/adapters/sql/sql-login-ledger.ts',
      'bff/src/domain/login-ledger.ts',
    ],
    tests: [
      'src/services/{login-*,together}.test.ts',
      'test/conformance/login-ledger.test.ts',
      'test/people/erasure.test.ts',
    ],
    chapters: ['ledger', 'guests', 'outcomes'],
    floor: 80,
  },
  {
    name: 'sessions',
    mutate: [
      'bff/src/services/{session-*,caller-cache,heard-cache,settle-people,token-service}.ts',
      'bff/src/adapters/sql/sql-session-store.ts',
    ],
    tests: [
      'src/services/{caller-cache,session-*,token-*}.test.ts',
      'test/conformance/session*-store.test.ts',
      'test/people/{devices,joins}.test.ts',
      'test/drills/{revocation,fixation}.test.ts',
      'test/cli/people-commands.test.ts',
    ],
    chapters: ['tokens', 'session-keys', 'guests', 'registration'],
    floor: 80,
  },
  {
    name: 'vault',
    mutate: ['bff/src/services/{vault,secret-intake,key-rotation,keyring-service}.ts', 'bff/src/lib/{seal,random}.ts'],
    tests: [
      'src/lib/{seal,random}.test.ts',
      'src/services/{vault,secret-intake,key-rotation,keyring-service}.test.ts',
      'test/conformance/keyring-store.test.ts',
      'test/drills/sealed-app-secrets.test.ts',
      'test/vault/*.test.ts',
    ],
    floor: 80,
  },
  {
    name: 'wechat',
    mutate: ['bff/src/adapters/wechat/*.ts', '!**/*.test.ts'],
    tests: [
      'src/adapters/wechat/*.test.ts',
      'test/conformance/access-tokens.test.ts',
      'test/content/*.test.ts',
      'test/faults/{errcodes,phone-outages,token-errcodes}.test.ts',
      'test/vault/{push-settings,secret-commands}.test.ts',
    ],
    chapters: ['outcomes', 'payloads', 'session-keys'],
    floor: 80,
  },
  {
    name: 'device-code',
    mutate: ['bff/src/lib/trail/device-code.ts', 'bff/src/lib/base32.ts'],
    tests: [
      'src/lib/trail/device-code.test.ts',
      'src/lib/base32.test.ts',
      'test/drills/device-codes.test.ts',
      'test/rides/scan.test.ts',
    ],
    floor: 80,
  },
  {
    name: 'ticket',
    mutate: ['bff/src/services/web-registration-service.ts', 'bff/src/adapters/sql/sql-web-ticket-store.ts'],
    tests: [
      'src/services/web-registration-*.test.ts',
      'test/conformance/web-ticket-store.test.ts',
      'test/edges/session-scope.test.ts',
    ],
    chapters: ['web-registration'],
    floor: 80,
  },
]

/** All of them, or the one that `--only` names; `undefined` when there is none of that name. */
export function chooseGroups(only: string | undefined): readonly MutationGroup[] | undefined {
  if (only === undefined) return mutationGroups
  const chosen = mutationGroups.filter(({ name }) => name === only)
  return chosen.length > 0 ? chosen : undefined
}
