export const auditActions = [
  'app.seed',
  'app.add',
  'app.disable',
  'app.enable',
  'app.push',
  'secret.set',
  'secret.rotate',
  'secret.withdraw',
  'secret.link',
  'secret.submit',
  'keys.rotate',
  'session.revoke',
  'user.export',
  'user.erase',
  'user.reset-key',
  'user.join',
  'consent.withdraw',
  'consent.revoke',
  'content.pass',
  'content.refuse',
  'trail.save',
  'device.add',
  'device.move',
  'device.renew',
  'device.revoke',
] as const
export type AuditAction = (typeof auditActions)[number]

/** Who did what to what, and when. Never a secret, and nothing that names a person. */
export interface AuditEvent {
  id: string
  at: Date
  /** `operator:<account on the machine>`, `owner` of an app by link or receipt, `person`, `platform`, or `server`. */
  actor: string
  action: AuditAction
  /** `<kind>:<id>`: app:weapp:wx…, trail:…, device:…, content:…, master-key, person:<keyed hash>. */
  target: string
  /** Further details as text; at most a fingerprint of a secret. */
  detail: string | null
}
