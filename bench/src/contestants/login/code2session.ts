import { Pool } from 'undici'

const base = process.env.WECHAT_API_URL ?? ''
const pool = new Pool(base, { connections: 64 })

/** The one call that every login has to make, as cheaply as it can be made. */
export async function code2session(code: string): Promise<{ openid: string; session_key: string }> {
  const { body } = await pool.request({
    method: 'GET',
    path: `/sns/jscode2session?appid=wxbench&secret=bench&js_code=${code}&grant_type=authorization_code`,
  })
  return JSON.parse(await body.text())
}
