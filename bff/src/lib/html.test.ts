import { expect, it } from 'vitest'
import { html } from './html.ts'

it('escapes what is put in, and leaves markup as it is', () => {
  const rows = ['<a>', '"b"'].map((name) => html`<li title="${name}">${name}</li>`)
  expect(html`<ul>${rows}</ul>${1}`.text).toBe(
    '<ul><li title="&#60;a&#62;">&#60;a&#62;</li><li title="&#34;b&#34;">&#34;b&#34;</li></ul>1',
  )
})
