/** Tables of the store. Ids are text, instants epoch milliseconds, truth values 0 or 1: the same in both dialects. */
export interface Schema {
  keyring: { id: string; purpose: string; wrapped: string; created_at: number }
  person: {
    id: string
    nickname: string | null
    avatar_id: string | null
    phone_sealed: string | null
    phone_masked: string | null
    rider_id: string | null
    registered_at: number | null
    registration_entry: string | null
    profile_refreshed_at: number | null
    created_at: number
  }
  identity: {
    platform: string
    app_id: string
    subject: string
    union_subject: string | null
    person_id: string
    key_epoch: number
    created_at: number
  }
  session: {
    token_hash: string
    person_id: string
    platform: string
    app_id: string
    device_hash: string
    identified: number
    model: string | null
    created_at: number
    last_seen_at: number
  }
  session_key: {
    person_id: string
    platform: string
    app_id: string
    epoch: number
    sealed: string
    created_at: number
  }
  login_ledger: {
    code_hash: string
    nonce_hash: string
    state: string
    lease_until: number
    contested: number
    token_hash: string | null
    sealed_answer: string | null
    refusal: string | null
    expires_at: number
  }
  consent: { person_id: string; agreement_id: string; version: string; agreed_at: number }
  trail: {
    id: string
    name: string
    length_meters: number
    created_at: number
    latitude: number | null
    longitude: number | null
    radius_meters: number | null
  }
  device: {
    id: string
    trail_id: string
    number: number
    epoch: number
    revoked_at: number | null
    last_report_at: number | null
    created_at: number
  }
  scan_intent: { id: string; person_id: string; device_id: string; entry_kind: string; expires_at: number }
  ride: {
    id: string
    person_id: string
    device_id: string
    trail_id: string
    intent_id: string
    entry_kind: string
    day: string
    state: string
    started_at: number
    finished_at: number | null
    moving_ms: number
    distance_mm: number
    work_mj: number
    newest_sequence: number
    newest_speed_mm_s: number
    samples_through: number
  }
  ride_sample: { ride_id: string; sequence: number }
  standing: { trail_id: string; period: string; person_id: string; distance_mm: number }
}
