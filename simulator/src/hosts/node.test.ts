import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { defaultApps } from '../state/seed.ts'
import { startTestSimulator } from '../testing/test-simulator.ts'
import { createMiniProgramHost, type MiniProgramHostOptions } from './node.ts'

const dist = fileURLToPath(new URL('../../fixtures/weapp', import.meta.url))

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function createHost(options: Partial<MiniProgramHostOptions> = {}, serverUrl?: string) {
  const simulator = await startTestSimulator()
  const host = createMiniProgramHost({
    dist,
    simulatorUrl: simulator.url,
    appId: defaultApps.weapp.appId,
    user: 'alice',
    ...(serverUrl !== undefined && { rewrite: (url) => url.replace('https://trail.example', serverUrl) }),
    ...options,
  })
  onTestFinished(() => host.stop())
  return host
}

/** Starts on the home page and waits for it. */
async function startHost(options?: Partial<MiniProgramHostOptions>, serverUrl?: string) {
  const host = await createHost(options, serverUrl)
  host.start()
  await host.settle()
  return host
}

type Host = Awaited<ReturnType<typeof startHost>>

const log = (host: Host) => host.page?.log as string[]

describe('the screen', () => {
  it('reads as lines, with buttons in brackets', async () => {
    const host = await startHost()
    expect(host.text()).toBe('你好\n[ 登录 ] [ 注册 ] ( 停用 ) [ 出错 ] [ 拒绝 ]')
  })

  it('shows fields with their hint or what was typed, and boxes on the line of their words', async () => {
    const host = await startHost()
    host.tap('register')
    await host.settle()
    expect(host.text()).toBe('来自 %E6%B0%91\n<昵称…> ☐ 我已阅读 [ 头像 ] [ 手机 ] [ 完成 ]')
    host.input('nickname', '小林')
    expect(host.text()).toContain('<小林> ☐ 我已阅读')
  })

  it('records what each setData carried', async () => {
    const host = await startHost()
    expect(host.setDatas).toEqual([{ page: 'pages/home/index', keys: ['root.cn'], bytes: expect.any(Number) }])
  })

  it('tells where the page’s web-view leads', async () => {
    const host = await startHost()
    expect(host.webView).toBeUndefined()
    host.show({ path: 'pages/web/index', query: { to: 'terms' } })
    await host.settle()
    expect(host.webView).toBe('https://trail.example/#/terms')
  })

  it('names an id that is not there', async () => {
    const host = await startHost()
    expect(host.has('nothing')).toBe(false)
    expect(() => host.tap('nothing')).toThrow('nothing with the id "nothing" on pages/home/index')
    expect(() => host.fire('sign-in', 'swipe')).toThrow('nothing listens to "swipe" at "sign-in"')
  })
})

describe('a tap', () => {
  it('bubbles to every listener above', async () => {
    const host = await startHost()
    host.tap('off')
    host.tap('break')
    expect(log(host).filter((line) => line.startsWith('eh'))).toEqual([
      'eh break at break',
      expect.stringMatching(/^eh break at _\d+$/),
      'eh break at main',
    ])
  })

  it('on a submit button submits what was typed', async () => {
    const host = await startHost()
    host.tap('register')
    await host.settle()
    host.input('nickname', '小林')
    host.tap('save')
    await host.settle()
    expect(host.toasts).toEqual([{ title: '注册成功', icon: 'success' }])
    expect(host.page?.route).toBe('pages/home/index')
    expect(host.storage).toEqual(new Map([['nickname', '小林']]))
  })

  it('on a phone button gives the page a code, or why there is none', async () => {
    const host = await startHost()
    host.tap('register')
    await host.settle()
    host.tap('phone')
    await host.settle()
    expect(host.text()).toContain('手机已填')
    host.replace('getPhoneNumber', () => {
      throw new Error('user deny')
    })
    host.tap('phone')
    await host.settle()
    expect(host.text()).toContain('getPhoneNumber:fail user deny')
  })

  it('on an avatar button gives a picture that uploads as multipart', async () => {
    const url = await listen((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('latin1')
        const isPng = body.includes('name="avatar"') && body.includes('image/png') && body.includes('\x89PNG')
        response.end(`${request.headers.authorization} ${isPng ? 'PNG' : 'nothing'}`)
      })
    })
    const host = await startHost({}, url)
    host.tap('register')
    await host.settle()
    host.tap('avatar')
    await host.settle()
    expect(host.text()).toContain('Bearer token PNG')
  })
})

describe('login and request', () => {
  it('bring a code of the simulator to the server; any status is a success', async () => {
    const url = await listen((request, response) => {
      request.on('data', (body) => {
        const hasCode = /^\{"code":"[\w-]{32}"\}$/.test(String(body))
        response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ name: hasCode }))
      })
    })
    const host = await startHost({}, url)
    host.tap('sign-in')
    await host.settle()
    expect(host.text()).toContain('401 true')
    expect(host.calls).toMatchObject({ login: 1, request: 1 })
  })

  it('fail as on a phone when an answer says so', async () => {
    const host = await startHost({
      answers: {
        login: () => {
          throw new Error('network unavailable')
        },
      },
    })
    host.tap('sign-in')
    await host.settle()
    expect(host.text()).toContain('login:fail network unavailable')
    host.replace('login', undefined)
    host.replace('request', () => ({ statusCode: 200, data: { name: 'replaced' } }))
    host.tap('sign-in')
    await host.settle()
    expect(host.text()).toContain('200 replaced')
  })

  it('fail when nobody listens, and when nobody answers in time', async () => {
    const silent = await listen(() => undefined)
    const refused = await startHost({}, 'http://127.0.0.1:1')
    refused.tap('sign-in')
    await refused.settle()
    expect(refused.text()).toContain('request:fail')
    const waiting = await startHost({}, silent)
    waiting.tap('sign-in')
    await waiting.settle()
    expect(waiting.text()).toContain('request:fail timeout')
  })
})

describe('the life of a start', () => {
  it('launches, shows, opens; goes to the background and back', async () => {
    const host = await createHost()
    host.start({ path: 'pages/home/index', query: { q: '%2F' }, scene: 1011 })
    host.hide()
    host.show()
    await host.settle()
    expect(host.page?.route).toBe('pages/home/index')
    expect(log(host)).toEqual(['load {"q":"%2F"}', 'show', 'hide', 'show'])
  })

  it('opens the page of a hot start anew', async () => {
    const host = await startHost()
    host.hide()
    host.show({ path: 'pages/form/index', query: { from: 'scan' }, scene: 1047 })
    await host.settle()
    expect(host.pages.map((page) => page.route)).toEqual(['pages/form/index'])
    expect(host.text()).toContain('来自 scan')
  })

  it('tells the app of a page that does not exist', async () => {
    const host = await createHost()
    host.start({ path: 'pages/gone/index' })
    expect(host.pages).toEqual([])
  })

  it('starts once', async () => {
    const host = await startHost()
    expect(() => host.start()).toThrow('a cold start takes a new one')
  })

  it('begins afresh next time, with what was stored', async () => {
    const host = await startHost({ storage: new Map([['nickname', '小林']]) })
    expect(host.text()).toContain('你好,小林')
  })

  it('refuses a folder without a build', async () => {
    await expect(createHost({ dist: '/nowhere' })).rejects.toThrow('build it first')
  })

  it('waits for a condition, and says when it does not come', async () => {
    const host = await startHost()
    await host.waitFor(() => host.has('sign-in'))
    await expect(host.waitFor(() => false, { timeoutMs: 20 })).rejects.toThrow('after 20 ms')
  })
})

describe('what the page throws', () => {
  beforeEach(() => {
    // The runner counts every unhandled rejection as a failure; these are meant.
    const runners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    onTestFinished(() => {
      for (const listener of runners) process.on('unhandledRejection', listener)
    })
  })

  it('is recorded and does not end the process', async () => {
    const host = await startHost()
    host.tap('break')
    host.tap('reject')
    await host.waitFor(() => host.errors.length === 2)
    expect(host.errors.map((error) => (error as Error).message)).toEqual(['broken', 'rejected'])
  })

  it('is recorded with its own host, and nobody else’s rejection is swallowed, while several hosts run', async () => {
    const [host, other] = [await startHost(), await startHost()]
    host.tap('reject')
    await host.waitFor(() => host.errors.length === 1)
    expect(other.errors).toEqual([])
    const foreign = new Error('of the test')
    const meet = () => process.emit('unhandledRejection', foreign, Promise.resolve())
    expect(meet).toThrow(foreign)
    host.stop()
    expect(meet).toThrow(foreign)
    other.stop()
    expect(meet).not.toThrow()
    expect([...host.errors, ...other.errors]).toHaveLength(1)
  })
})
