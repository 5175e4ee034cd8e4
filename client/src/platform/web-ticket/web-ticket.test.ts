import { afterEach, expect, it } from 'vitest'
import { addToTicketUrl, takeArrival } from './index'

const page = '#/pages/web-registration/index'

afterEach(() => window.history.replaceState(null, '', '/'))

it('takes the ticket out of the address, and leaves the page there', () => {
  window.history.replaceState({ key: 'of the router' }, '', `/app/?a=1${page}?ticket=T-1_x&entry=scan&terms=ticked`)
  expect(takeArrival()).toEqual({ ticket: 'T-1_x', entry: 'scan', termsTicked: true })
  const { pathname, search, hash } = window.location
  expect(pathname + search + hash).toBe(`/app/?a=1${page}`)
  expect(window.history.state).toEqual({ key: 'of the router' })
  expect(takeArrival()).toEqual({ ticket: null, entry: 'direct', termsTicked: false })
})

it('reads what the mini program adds to a ticket, and believes nothing else', () => {
  const url = addToTicketUrl(`https://h5.example/${page}?ticket=T`, { entry: 'share', termsTicked: true })
  window.history.replaceState(null, '', url.slice(url.indexOf('#')))
  expect(takeArrival()).toEqual({ ticket: 'T', entry: 'share', termsTicked: true })
  window.history.replaceState(null, '', `${page}?ticket=T&entry=elsewhere&terms=yes`)
  expect(takeArrival()).toEqual({ ticket: 'T', entry: 'direct', termsTicked: false })
})
