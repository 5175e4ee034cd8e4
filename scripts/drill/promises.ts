export interface Promised {
  number: number
  words: string
  /** The figures that are asked for, each a floor. */
  asked: string
  /** What a single machine, or a simulator, cannot show of it. */
  beyond?: string
}

export const promises: readonly Promised[] = [
  {
    number: 1,
    words: 'one login, one call to WeChat',
    asked: '10,000 at once with one code and nonce, on 3 processes and on one: 1 code2Session, 10,000 the same session',
    beyond: 'three processes of one machine; no network between them',
  },
  {
    number: 2,
    words: 'a stolen code is worthless',
    asked: 'the same code with another nonce: all refused, the session given is revoked, one audit event',
  },
  {
    number: 3,
    words: 'nobody is signed out by accident',
    asked:
      '1,000 calls with an ended session: 1 renewal; 1,000 answers cut after the commit; 20 calls at a cold start: 0 signed out',
  },
  {
    number: 4,
    words: 'a late 401 of an old token cannot clear a newer session',
    asked: 'a search through schedules: 0 cases',
  },
  { number: 5, words: 'no token from before a login opens anything after it', asked: 'all answered 401' },
  {
    number: 6,
    words: 'a stolen database opens nothing',
    asked: 'every stored value tried as a credential: 0 accepted',
  },
  {
    number: 7,
    words: 'what is signed out, revoked or deleted ends everywhere',
    asked: '401 at every process within 1 s; 5 s when the broadcast was missed',
  },
  {
    number: 8,
    words: 'whatever a platform answers, people get an answer',
    asked:
      '5,000 runs of faults at every operation: answered in 3.5 s, 0 unhandled, memory grows by 50 MB at most, a guest is offered',
    beyond: 'the machine also makes the faults and the callers of the answers it times',
  },
  {
    number: 9,
    words: 'a busy WeChat keeps hardly anybody out',
    asked: '10 minutes of -1 in 20 % of answers: 99.9 % signed in, 3 tries for a code, nobody without a guest session',
  },
  {
    number: 10,
    words: 'WeChat dead is not us dead',
    asked: 'sessions go on with 0 errors; the breaker opens within 10 s and closes within 30 s of the recovery',
  },
  {
    number: 11,
    words: 'one access token',
    asked:
      '3 processes of 1,000 cold callers: 1 call for a token, 1 more when it is killed; force_refresh within its quota',
  },
  {
    number: 12,
    words: 'kill -9 loses nothing acknowledged',
    asked: '100 kills, embedded and on PostgreSQL: 0 lost, 0 twice, integrity ok, ready within 2 s',
    beyond: 'a process dies, not the machine: a disk that lies about what it has written is not tried',
  },
  {
    number: 13,
    words: 'one data folder, one process',
    asked: 'a second is refused in words, with exit 1; 0 corruption',
  },
  {
    number: 14,
    words: 'Redis may be down or flap',
    asked: 'stopped, frozen and restarted 20 times under load: sessions and logins with 0 errors, limits never open',
  },
  {
    number: 15,
    words: 'PostgreSQL may restart',
    asked: 'under load: 0 acknowledged lost, 503 with Retry-After meanwhile, back within 5 s, no process ends',
    beyond: 'a restart of one server; a failover to another machine is not tried',
  },
  {
    number: 16,
    words: 'the master key is rotated while people sign in',
    asked: 'killed midway 20 times: 0 failed logins, it goes on where it was, all rows on the new key',
  },
  { number: 17, words: 'sealed values cannot be altered or moved', asked: 'bits, lengths, rows swapped: all rejected' },
  {
    number: 18,
    words: 'secrets are nowhere',
    asked: 'canaries in every form over logs, answers, metrics, crash output and bundles: 0 hits',
  },
  {
    number: 19,
    words: 'no simulator in production',
    asked: 'NODE_ENV=production with the URL of a simulator does not start, and says why',
  },
  {
    number: 20,
    words: 'no padding oracle',
    asked:
      '256 values of 16 bytes of every block: one answer for all; the account is locked out after 5; a repeated payload gets its first answer',
    beyond: 'the answers are compared, not the time they take to arrive over a network',
  },
  {
    number: 21,
    words: 'nobody reads another',
    asked: 'two people and every operation: 0 reads; no operation has a parameter for an identity',
  },
  {
    number: 22,
    words: 'web tickets',
    asked:
      '1,000 redeem one at once: exactly 1; refused after 60 s and from another origin; none in a Referer or the log',
  },
  {
    number: 23,
    words: 'device codes',
    asked: '1,000,000 forged, and altered and revoked ones: 0 accepted; every code is a legal scene',
  },
  {
    number: 24,
    words: 'a guest’s things follow the person',
    asked: '100 logins at once with one guest token, killed midway: moved once, 0 lost',
  },
  {
    number: 25,
    words: 'limits limit',
    asked: 'spoofed addresses, a rotated IPv6 /64, 3 processes: within 5 % of the limit',
  },
  {
    number: 26,
    words: 'hostile bodies',
    asked: '4xx and never 5xx; 1,000 slow sockets: p99 of the others at most twice as long',
  },
  {
    number: 27,
    words: 'any request that the OpenAPI document allows, or nearly',
    asked: '200,000 made from it: 0 answers of 5xx, each as its schema says',
  },
  {
    number: 28,
    words: 'rides come to their true totals',
    asked: 'samples lost, repeated, reordered, an hour late: the totals are the true ones',
    beyond: 'bikes are simulated',
  },
  { number: 29, words: 'a stop is graceful', asked: 'SIGTERM at 500 requests a second: 0 dropped, over within 10 s' },
  { number: 30, words: 'consent first', asked: 'nothing personal is stored before it was agreed to' },
  {
    number: 31,
    words: '注销',
    asked:
      'sessions dead within 1 s; tables, Redis and log hold nothing but what the law asks; the same openid is somebody new',
  },
  {
    number: 32,
    words: 'what WeChat’s reviewers ask',
    asked:
      'of the built mini program: content before a login, every sheet can be cancelled, what is declared is what is used',
    beyond: 'the built mini program in a host of ours; not in WeChat, and not before a reviewer',
  },
  {
    number: 33,
    words: 'a server that runs on holds no more than before',
    asked:
      '30 minutes in which people come, register, leave: memory grows by 16 MB at most, and no handle is left over',
    beyond: 'days and weeks',
  },
  {
    number: 34,
    words: 'a long ranking is read by its index',
    asked: 'of 10,000,000 riders the last reads their rank: no scan of a table, and within 5 s',
  },
]
