-- The schema "segmentation" as its migrations leave it, for reading. Written by `npm run cli -- migrate --dump`.

create table segmentation.api_keys (
  id uuid not null,
  tenant_id text not null,
  name text not null,
  prefix text not null,
  digest bytea not null,
  scopes text[] not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by text,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_tenant_id_prefix_key UNIQUE (tenant_id, prefix),
  constraint api_keys_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
);
CREATE INDEX api_keys_newest ON segmentation.api_keys USING btree (tenant_id, id DESC);
alter table segmentation.api_keys enable row level security;
alter table segmentation.api_keys force row level security;
create policy of_tenant on segmentation.api_keys for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.audit (
  id uuid not null,
  tenant_id text not null,
  at timestamp with time zone not null,
  actor_id text not null,
  actor_name text not null,
  from_address text,
  action text not null,
  target_type text not null,
  target_id text not null,
  details jsonb not null,
  constraint audit_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_newest ON segmentation.audit USING btree (tenant_id, id DESC);
alter table segmentation.audit enable row level security;
alter table segmentation.audit force row level security;
create policy of_tenant on segmentation.audit for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.column_maps (
  id uuid not null,
  tenant_id text not null,
  name text not null,
  subject text not null,
  format text not null,
  columns json not null,
  version integer not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  reachable_by text,
  constraint column_maps_pkey PRIMARY KEY (id),
  constraint column_maps_name UNIQUE (tenant_id, name),
  constraint column_maps_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'json'::text, 'ndjson'::text, 'xlsx'::text]))),
  constraint column_maps_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  constraint column_maps_reachable_by_check CHECK ((reachable_by = ANY (ARRAY['email'::text, 'sms'::text])))
);
CREATE INDEX column_maps_newest ON segmentation.column_maps USING btree (tenant_id, id DESC);
alter table segmentation.column_maps enable row level security;
alter table segmentation.column_maps force row level security;
create policy of_tenant on segmentation.column_maps for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.custom_field_revisions (
  tenant_id text not null,
  revision uuid not null,
  constraint custom_field_revisions_pkey PRIMARY KEY (tenant_id)
);
alter table segmentation.custom_field_revisions enable row level security;
alter table segmentation.custom_field_revisions force row level security;
create policy of_tenant on segmentation.custom_field_revisions for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.custom_fields (
  id uuid not null,
  tenant_id text not null,
  subject text not null,
  key text not null,
  label text not null,
  type text not null,
  options jsonb not null,
  required boolean not null,
  default_value jsonb,
  archived_at timestamp with time zone,
  version integer not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  constraint custom_fields_pkey PRIMARY KEY (id),
  constraint custom_fields_tenant_id_id_key UNIQUE (tenant_id, id),
  constraint custom_fields_tenant_id_subject_key_key UNIQUE (tenant_id, subject, key),
  constraint custom_fields_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,59}$'::text)),
  constraint custom_fields_label_check CHECK (((char_length(label) >= 1) AND (char_length(label) <= 200))),
  constraint custom_fields_type_check CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'boolean'::text, 'selection'::text, 'multi_selection'::text])))
);
alter table segmentation.custom_fields enable row level security;
alter table segmentation.custom_fields force row level security;
create policy of_tenant on segmentation.custom_fields for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.due (
  segment_id uuid not null,
  tenant_id text not null,
  reason text not null,
  requested integer default 1 not null,
  due_at timestamp with time zone not null,
  attempts integer default 0 not null,
  holder uuid,
  fence bigint default 0 not null,
  lease_until timestamp with time zone,
  held jsonb,
  constraint due_pkey PRIMARY KEY (segment_id)
);
alter table segmentation.due enable row level security;
alter table segmentation.due force row level security;
create policy of_tenant on segmentation.due for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.idempotency_keys (
  tenant_id text not null,
  actor_id text not null,
  key bytea not null,
  request bytea not null,
  claim uuid not null,
  held_until timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  status smallint,
  body text,
  body_kept boolean default false not null,
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, actor_id, key)
);
CREATE INDEX idempotency_keys_age ON segmentation.idempotency_keys USING btree (created_at);
alter table segmentation.idempotency_keys enable row level security;
alter table segmentation.idempotency_keys force row level security;
create policy of_tenant on segmentation.idempotency_keys for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));
create policy too_old on segmentation.idempotency_keys for all to public using (((created_at < (now() - '24:00:00'::interval)) AND (COALESCE(current_setting('segmentation.tenant'::text, true), ''::text) = ''::text) AND (CURRENT_USER = SESSION_USER)));

create table segmentation.login_attempt (
  key text not null,
  points integer default 0 not null,
  expire bigint,
  constraint login_attempt_pkey PRIMARY KEY (key)
);
alter table segmentation.login_attempt enable row level security;
alter table segmentation.login_attempt force row level security;
create policy before_tenant on segmentation.login_attempt for all to public using ((COALESCE(current_setting('segmentation.tenant'::text, true), ''::text) = ''::text));

create table segmentation.runs (
  id uuid not null,
  tenant_id text not null,
  segment_id uuid not null,
  segment_version integer not null,
  kind text not null,
  status text not null,
  as_of timestamp with time zone not null,
  started_at timestamp with time zone not null,
  started_by text not null,
  finished_at timestamp with time zone,
  joined_count bigint,
  left_count bigint,
  member_count bigint,
  error_code text,
  error_message text,
  constraint runs_pkey PRIMARY KEY (id),
  constraint runs_kind_check CHECK ((kind = ANY (ARRAY['full'::text, 'incremental'::text]))),
  constraint runs_status_check CHECK ((status = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text, 'discarded'::text]))),
  constraint runs_segment_id_fkey FOREIGN KEY (segment_id) REFERENCES segmentation.segments(id) ON DELETE CASCADE
);
CREATE INDEX runs_newest ON segmentation.runs USING btree (segment_id, id DESC);
CREATE INDEX runs_running ON segmentation.runs USING btree (id) WHERE (status = 'running'::text);
alter table segmentation.runs enable row level security;
alter table segmentation.runs force row level security;
create policy of_tenant on segmentation.runs for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.segment_dependencies (
  segment_id uuid not null,
  needs_id uuid not null,
  tenant_id text not null,
  constraint segment_dependencies_pkey PRIMARY KEY (segment_id, needs_id),
  constraint segment_dependencies_needs_id_fkey FOREIGN KEY (needs_id) REFERENCES segmentation.segments(id),
  constraint segment_dependencies_segment_id_fkey FOREIGN KEY (segment_id) REFERENCES segmentation.segments(id) ON DELETE CASCADE
);
CREATE INDEX segment_dependencies_of ON segmentation.segment_dependencies USING btree (needs_id);
alter table segmentation.segment_dependencies enable row level security;
alter table segmentation.segment_dependencies force row level security;
create policy of_tenant on segmentation.segment_dependencies for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.segment_rules (
  tenant_id text not null,
  segment_id uuid not null,
  id text not null,
  parent_id text,
  path text not null,
  "position" integer not null,
  logical_operator text,
  field text,
  operator text,
  value json,
  uses text[] not null,
  constraint segment_rules_pkey PRIMARY KEY (segment_id, id),
  constraint segment_rules_logical_operator_check CHECK ((logical_operator = ANY (ARRAY['AND'::text, 'OR'::text]))),
  constraint segment_rules_segment_id_fkey FOREIGN KEY (segment_id) REFERENCES segmentation.segments(id) ON DELETE CASCADE
);
CREATE INDEX segment_rules_uses ON segmentation.segment_rules USING gin (uses);
alter table segmentation.segment_rules enable row level security;
alter table segmentation.segment_rules force row level security;
create policy of_tenant on segmentation.segment_rules for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.segment_versions (
  segment_id uuid not null,
  version integer not null,
  tenant_id text not null,
  rules json,
  created_at timestamp with time zone not null,
  created_by text not null,
  details json not null,
  constraint segment_versions_pkey PRIMARY KEY (segment_id, version),
  constraint segment_versions_segment_id_fkey FOREIGN KEY (segment_id) REFERENCES segmentation.segments(id) ON DELETE CASCADE
);
alter table segmentation.segment_versions enable row level security;
alter table segmentation.segment_versions force row level security;
create policy of_tenant on segmentation.segment_versions for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.segments (
  id uuid not null,
  tenant_id text not null,
  name text not null,
  description text,
  category text,
  subject text not null,
  type text not null,
  status text not null,
  rules json,
  version integer not null,
  member_count bigint,
  last_calculated_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by text not null,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  tags text[] default '{}'::text[] not null,
  folder text,
  owner text,
  schedule text default 'live'::text not null,
  last_updated_at timestamp with time zone,
  status_before text,
  times_used integer default 0 not null,
  last_used_at timestamp with time zone,
  template text,
  template_parameters jsonb,
  members_version bigint default 0 not null,
  constraint segments_pkey PRIMARY KEY (id),
  constraint segments_tenant_id_name_key UNIQUE (tenant_id, name),
  constraint segments_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint segments_rules_check CHECK (((rules IS NULL) = (type = 'static'::text))),
  constraint segments_status_before_check CHECK ((status_before = ANY (ARRAY['active'::text, 'paused'::text, 'inactive'::text]))),
  constraint segments_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'inactive'::text, 'archived'::text]))),
  constraint segments_template_check CHECK (((template IS NULL) = (template_parameters IS NULL))),
  constraint segments_type_check CHECK ((type = ANY (ARRAY['dynamic'::text, 'static'::text, 'hybrid'::text])))
);
CREATE INDEX segments_by_name ON segmentation.segments USING btree (tenant_id, name COLLATE "und-x-icu");
CREATE INDEX segments_by_template ON segmentation.segments USING btree (tenant_id, template) WHERE (template IS NOT NULL);
CREATE INDEX segments_newest ON segmentation.segments USING btree (tenant_id, id DESC);
alter table segmentation.segments enable row level security;
alter table segmentation.segments force row level security;
create policy of_tenant on segmentation.segments for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.session (
  key bytea not null,
  account_id text not null,
  seal bytea not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (key)
);
CREATE INDEX session_expires_at ON segmentation.session USING btree (expires_at);
alter table segmentation.session enable row level security;
alter table segmentation.session force row level security;
create policy before_tenant on segmentation.session for all to public using ((COALESCE(current_setting('segmentation.tenant'::text, true), ''::text) = ''::text));

create table segmentation.suppressions (
  id uuid not null,
  tenant_id text not null,
  channel text not null,
  address_hash bytea not null,
  reason text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint suppressions_pkey PRIMARY KEY (id),
  constraint suppressions_tenant_id_channel_address_hash_key UNIQUE (tenant_id, channel, address_hash),
  constraint suppressions_reason_check CHECK ((reason = ANY (ARRAY['unsubscribed'::text, 'bounced'::text, 'complained'::text, 'erased'::text, 'manual'::text])))
);
CREATE INDEX suppressions_newest ON segmentation.suppressions USING btree (tenant_id, id DESC);
alter table segmentation.suppressions enable row level security;
alter table segmentation.suppressions force row level security;
create policy of_tenant on segmentation.suppressions for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));

create table segmentation.tenant_clocks (
  tenant_id text not null,
  clocked_until timestamp with time zone not null,
  swept_until timestamp with time zone,
  zone text,
  week_start text,
  leap_day text,
  constraint tenant_clocks_pkey PRIMARY KEY (tenant_id),
  constraint tenant_clocks_check CHECK ((swept_until <= clocked_until))
);
alter table segmentation.tenant_clocks enable row level security;
alter table segmentation.tenant_clocks force row level security;
create policy of_tenant on segmentation.tenant_clocks for all to public using ((tenant_id = current_setting('segmentation.tenant'::text, true)));
