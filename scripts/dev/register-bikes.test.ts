import { startSimulator } from '@trailpass/simulator'
import { expect, it, onTestFinished } from 'vitest'
import { registerBikes, scanUrl } from './register-bikes.ts'

it('puts every bike on the simulator’s page and says which one does not report', async () => {
  const simulator = await startSimulator()
  onTestFinished(() => simulator.close())
  const said: string[] = []
  const h5 = 'http://localhost:10086'
  const addresses = { simulator: simulator.url, bff: `${simulator.url}/nowhere`, h5 }
  const bike = {
    id: '6HXD5RF3',
    number: 1,
    state: 'in service' as const,
    code: '16HX/=',
    reportKey: Buffer.alloc(32).toString('base64url'),
  }
  await registerBikes(addresses, [bike], (line) => said.push(line))

  expect(await (await fetch(`${simulator.url}/_sim/bikes`)).json()).toMatchObject([
    {
      number: 1,
      code: '16HX/=',
      reportUrl: `${simulator.url}/nowhere/v1/devices/6HXD5RF3/reports`,
      scanUrl: 'http://localhost:10086/?scene=16HX%2F%3D#/pages/home/index',
    },
  ])
  expect(said).toEqual([expect.stringMatching(/^bike 1 does not report: /)])
})

it('opens the home page with the code in front of the hash', () => {
  expect(scanUrl('http://localhost:10086', '1A+B')).toBe('http://localhost:10086/?scene=1A%2BB#/pages/home/index')
})
