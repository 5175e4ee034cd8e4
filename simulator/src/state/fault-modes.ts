/** What can be done to a request instead of a right answer. */
export const faultModes = {
  down: 'the connection is destroyed',
  reset: 'the connection is reset (RST)',
  'half-close': 'half an answer, then no more from this end, while the line stays open (FIN)',
  truncated: 'half an answer, then the connection is destroyed',
  slow: 'a right answer, after delayMs',
  trickle: 'a byte a second',
  busy: '-1: too much to do',
  errcode: 'the errcode that is given; at Alipay the subCode',
  garbage: 'bytes that are no JSON',
  html: 'a page of a proxy, with status 200',
  error500: 'status 500',
  redirect: 'status 302 to somewhere else',
  huge: '100 MB of JSON',
  empty: '{}',
  'wrong-types': 'the right names, the wrong types',
  'duplicate-keys': 'the right answer with each of its keys twice, the second time with another value',
  'content-type': 'the right answer, said to be a picture',
} as const

export type FaultMode = keyof typeof faultModes

export const isFaultMode = (name: string): name is FaultMode => Object.hasOwn(faultModes, name)

export const faultModeNames: readonly FaultMode[] = Object.keys(faultModes).filter(isFaultMode)
