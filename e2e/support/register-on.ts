import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'

/** Opens the mini program, or takes it as it is, and registers as a person does. */
export async function registerOn(phone: MiniProgramHost, nickname: string): Promise<void> {
  if (phone.page === undefined) phone.start()
  await phone.waitFor(() => phone.has('register'))
  await phone.settle()
  phone.tap('register')
  await phone.waitFor(() => phone.has('agree'))
  await phone.settle()
  phone.input('nickname', nickname)
  phone.tap('agree')
  await phone.settle()
  phone.tap('submit-registration')
  await phone.waitFor(() => !phone.has('registration') && phone.text().includes(nickname))
  await phone.settle()
}
