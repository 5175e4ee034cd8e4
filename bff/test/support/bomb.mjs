// Brought into a process by `--import`: breaks it in the way that BOMB says, with BOMB_WORDS in its message and cause.
import { existsSync } from 'node:fs'

const { BOMB = '', BOMB_WORDS: words = '', DATA_DIR = '' } = process.env
const [when, how] = BOMB.split(':')

const fault = () => Object.assign(new Error(words, { cause: new TypeError(words) }), { code: words, detail: words })

function explode() {
  if (how === 'rejection') return void Promise.reject(fault())
  if (how === 'two') setImmediate(explode)
  throw how === 'text' ? words : fault()
}

/** The server has begun to open its store, and is not yet ready. */
const explodeInTheStart = () => (existsSync(DATA_DIR) ? explode() : setImmediate(explodeInTheStart))

if (when === 'start') setImmediate(explodeInTheStart)
else process.on(when, explode)
