import Database from 'libsql'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Statement, Unit } from '../../ports/unit.ts'
import { createGroupCommit } from './group-commit.ts'

let database: Database.Database
let statements: string[]
let commit: ReturnType<typeof createGroupCommit>

beforeEach(() => {
  database = new Database(':memory:')
  database.exec('create table line (text text primary key)')
  statements = []
  const exec = database.exec.bind(database)
  database.exec = (sql) => {
    statements.push(sql)
    return exec(sql)
  }
  commit = createGroupCommit(database, (start) => {
    const unit = start()
    let step = unit.next([])
    while (!step.done) {
      const { sql, parameters } = step.value as Statement
      step = unit.next(database.prepare(sql).all(...parameters))
    }
    return step.value
  })
})
afterEach(() => database.close())

function* add(text: string): Unit<string> {
  yield { sql: 'insert into line values (?)', parameters: [text] }
  return text
}
const lines = () => database.prepare('select text from line order by text').pluck().all()
const count = (sql: string) => statements.filter((statement) => statement === sql).length

it('gives the units of one turn one transaction, and later ones another', async () => {
  expect(await Promise.all(['a', 'b', 'c'].map((text) => commit.enqueue(() => add(text))))).toEqual(['a', 'b', 'c'])
  expect([count('BEGIN IMMEDIATE'), count('COMMIT')]).toEqual([1, 1])
  await commit.enqueue(() => add('d'))
  expect(count('COMMIT')).toBe(2)
  expect(lines()).toEqual(['a', 'b', 'c', 'd'])
})

it('answers after COMMIT', async () => {
  const seen: number[] = []
  await Promise.all([1, 2].map((n) => commit.enqueue(() => add(`${n}`)).then(() => seen.push(count('COMMIT')))))
  expect(seen).toEqual([1, 1])
})

it('takes back a failing unit alone', async () => {
  const failing = commit.enqueue(function* () {
    yield* add('b')
    throw new Error('refused')
  })
  const others = [commit.enqueue(() => add('a')), commit.enqueue(() => add('c'))]
  await expect(failing).rejects.toThrow('refused')
  await Promise.all(others)
  expect(lines()).toEqual(['a', 'c'])
})

it('runs a unit once where none fails', async () => {
  let runs = 0
  const counted = (text: string) => {
    runs++
    return add(text)
  }
  await Promise.all(['a', 'b'].map((text) => commit.enqueue(() => counted(text))))
  expect(runs).toBe(2)
})

it('does not run again what fails alone', async () => {
  let runs = 0
  const failing = commit.enqueue(function* () {
    runs++
    yield* add('a')
    throw new Error('refused')
  })
  await expect(failing).rejects.toThrow('refused')
  expect(runs).toBe(1)
  expect(lines()).toEqual([])
})

it('says what ended the transaction, and keeps nothing', async () => {
  const ended = commit.enqueue(function* () {
    yield* add('b')
    // As SQLite itself does when the disk is full.
    database.exec('ROLLBACK')
    throw new Error('disk full')
  })
  const outcomes = await Promise.allSettled([commit.enqueue(() => add('a')), ended])
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual([
    'Error: disk full',
    'Error: disk full',
  ])
  expect(lines()).toEqual([])
})

it('rejects every unit when the group cannot be committed, keeps nothing, and goes on with the next', async () => {
  const exec = database.exec
  database.exec = (sql) => {
    if (sql === 'COMMIT') throw new Error('disk full')
    return exec(sql)
  }
  const outcomes = await Promise.allSettled(['a', 'b'].map((text) => commit.enqueue(() => add(text))))
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(lines()).toEqual([])

  database.exec = exec
  await commit.enqueue(() => add('c'))
  expect(lines()).toEqual(['c'])
})

it('drains what waits', async () => {
  void commit.enqueue(() => add('a'))
  await commit.drain()
  expect(lines()).toEqual(['a'])
})
