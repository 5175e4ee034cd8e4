import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { personTables } from '../../bff/src/adapters/sql/person-tables.ts'
import { privacyPolicy } from '../../bff/src/domain/agreement-texts.ts'
import { erasureRecordMs } from '../../bff/src/domain/erasure.ts'
import { inRepository } from '../lib/repository.ts'

const page = readFileSync(inRepository('docs', 'personal-data.md'), 'utf8')
const [, kept = ''] = page.split('\n## ')
const days = erasureRecordMs / 86_400_000

it.each(Object.keys(personTables))('tells what `%s` keeps of a person', (table) => {
  expect(kept).toContain(`\`${table}\``)
})

it('keeps the record of a deletion as long as everybody is told', () => {
  expect(page).toMatch(new RegExp(`^\\| \`erasure\`.*\\| ${days} days \\|$`, 'm'))
  expect(privacyPolicy['zh-CN']).toContain(`保存 ${days} 天`)
  expect(privacyPolicy.en).toContain(`for ${days} days`)
})
