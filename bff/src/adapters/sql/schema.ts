/** The tables. Ids are text, instants epoch milliseconds, booleans 0 or 1, in both dialects. */
export interface Schema {
  access_token: {
    platform: string
    app_id: string
    sealed: string | null
    fetched_at: number
    expires_at: number
    lease_until: number | null
    forced_at: string
  }
  app: {
    id: string
    platform: string
    app_id: string
    label: string
    state: string
    secret_version: number
    created_at: number
  }
  app_push: { app_row_id: string; sealed: string | null; changed_at: number }
  app_secret: {
    app_row_id: string
    version: number
    sealed: string
    fingerprint: string
    created_at: number
    good_until: number | null
  }
  audit_event: {
    id: string
    at: number
    actor: string
    action: string
    target: string
    detail: string | null
  }
  secret_link: { link_hash: string; app_row_id: string; tries: number; created_at: number; expires_at: number }
  secret_receipt: {
    receipt_hash: string
    link_hash: string
    app_row_id: string
    version: number
    fingerprint: string
    created_at: number
    withdrawn_at: number | null
  }
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
    ranked: number
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
    scope: string
    parent_hash: string | null
  }
  web_ticket: { session_hash: string; ticket_hash: string; origin: string; expires_at: number }
  session_key: {
    person_id: string
    platform: string
    app_id: string
    epoch: number
    last_epoch: number
    sealed: string
    created_at: number
    used_at: number
    replaced_at: number | null
  }
  payload_ledger: { payload_hash: string; person_id: string; sealed_answer: string; expires_at: number }
  payload_failure: { id: string; person_id: string; operation: string; failed_at: number }
  step_day: { person_id: string; day: string; steps: number }
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
  consent: { person_id: string; agreement_id: string; version: string; agreed_at: number; screen: string | null }
  withdrawn_consent: {
    person_id: string
    agreement_id: string
    version: string
    agreed_at: number
    screen: string | null
    withdrawn_at: number
  }
  union_account: { provider: string; subject: string; person_id: string; created_at: number }
  person_join: { joined_person_id: string; person_id: string; cause: string; joined_at: number }
  person_apart: { person_id: string; other_person_id: string }
  phone_code: { code_hash: string; person_id: string; state: string; lease_until: number; expires_at: number }
  pending_content: {
    person_id: string
    field: string
    value: string
    standing: string
    trace_id: string | null
    changed_at: number
  }
  push_receipt: {
    app_id: string
    nonce_hash: string
    message_hash: string
    settled: number
    received_at: number
  }
  discarded_avatar: { avatar_id: string; discarded_at: number }
  erasure: { person_hash: string; cause: string; erased_at: number }
  trail: {
    id: string
    name: string
    length_meters: number
    created_at: number
    latitude: number | null
    longitude: number | null
    radius_meters: number | null
    time_zone: string
    ring: string | null
  }
  device: {
    id: string
    trail_id: string
    number: number
    epoch: number
    revoked_at: number | null
    last_report_at: number | null
    trail_epoch: number
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
    last_sample_at: number | null
    rank_before: number | null
    rank_after: number | null
  }
  ride_sample: { ride_id: string; sequence: number }
  standing: { trail_id: string; period: string; person_id: string; distance_mm: number; shown: number }
}
