import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepStatements } from './kept-statements.ts'

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:')
  db.exec('create table words (word text primary key, times integer not null)')
})
afterEach(() => void db.close())

test('one text is prepared once, whatever its values', () => {
  const prepare = vi.spyOn(db, 'prepare')
  keepStatements(db)
  for (const word of ['a', 'b', 'c']) db.prepare('insert into words values (?, 1)').run(word)
  expect(prepare).toHaveBeenCalledTimes(1)
  expect(db.prepare('select count(*) as n from words').get()).toEqual({ n: 3 })
})

test('who asks for arrays gets arrays, and who asks for objects goes on getting them', () => {
  keepStatements(db)
  db.prepare('insert into words values (?, ?)').run('a', 2)
  const text = 'select word, times from words'
  expect(db.prepare(text).raw().all()).toEqual([['a', 2]])
  expect(db.prepare(text).all()).toEqual([{ word: 'a', times: 2 }])
  expect(db.prepare(text).raw().get()).toEqual(['a', 2])
  expect(db.prepare(text).get()).toEqual({ word: 'a', times: 2 })
  expect(db.prepare(text).reader).toBe(true)
})

test('a table that is changed meanwhile is read as it now is', () => {
  keepStatements(db)
  const text = 'select * from words'
  expect(db.prepare(text).all()).toEqual([])
  db.exec("alter table words add column language text default 'pl'")
  db.prepare('insert into words (word, times) values (?, 1)').run('tak')
  expect(db.prepare(text).all()).toEqual([{ word: 'tak', times: 1, language: 'pl' }])
})

test('what cannot be prepared is refused each time, and nothing of it is kept', () => {
  keepStatements(db)
  for (let again = 0; again < 2; again++) expect(() => db.prepare('select word from nowhere')).toThrow('no such table')
  db.exec('create table nowhere (word text)')
  expect(db.prepare('select word from nowhere').all()).toEqual([])
})

test('texts without end do not fill the memory: they begin anew', () => {
  const prepare = vi.spyOn(db, 'prepare')
  keepStatements(db)
  for (let n = 0; n < 1_001; n++) db.prepare(`select ${n}`)
  expect(prepare).toHaveBeenCalledTimes(1_001)
  db.prepare('select 1000')
  expect(prepare).toHaveBeenCalledTimes(1_001)
  db.prepare('select 0')
  expect(prepare).toHaveBeenCalledTimes(1_002)
})
