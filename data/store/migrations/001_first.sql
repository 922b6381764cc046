-- The first schema: every entity (data/README.md, Entities) as one table.
-- Dates are text 2026-12-05, times of day text 16:00, lists one text with an entry a line.
-- Triggers are not written here: the store generates them from these columns.

CREATE TABLE member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  sort_as TEXT NOT NULL DEFAULT '',
  called TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  site TEXT NOT NULL DEFAULT '',
  time_zone TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  joined_on TEXT NOT NULL,
  left_on TEXT,
  interests TEXT NOT NULL DEFAULT '',
  knows TEXT NOT NULL DEFAULT '',
  resources_only INTEGER NOT NULL DEFAULT 0 CHECK (resources_only IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE community (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  tagline TEXT NOT NULL DEFAULT '',
  logo_hash TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  started_on TEXT,
  leader_id INTEGER REFERENCES member(id) ON DELETE SET NULL,
  leader_hours REAL NOT NULL DEFAULT 0,
  work_week REAL NOT NULL DEFAULT 0,
  leader_coach TEXT NOT NULL DEFAULT '',
  asks_hours INTEGER NOT NULL DEFAULT 0 CHECK (asks_hours IN (0, 1)),
  phase TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT '',
  time_zone TEXT NOT NULL DEFAULT '',
  primary_purpose TEXT NOT NULL DEFAULT '',
  needs TEXT NOT NULL DEFAULT '',
  member_benefits TEXT NOT NULL DEFAULT '',
  stakeholder_benefits TEXT NOT NULL DEFAULT '',
  domain TEXT NOT NULL DEFAULT '',
  in_scope TEXT NOT NULL DEFAULT '',
  out_of_scope TEXT NOT NULL DEFAULT '',
  who_we_are TEXT NOT NULL DEFAULT '',
  membership_policy TEXT NOT NULL DEFAULT '',
  how_to_join TEXT NOT NULL DEFAULT '',
  expected_commitment TEXT NOT NULL DEFAULT '',
  practice TEXT NOT NULL DEFAULT '',
  repertoire TEXT NOT NULL DEFAULT '',
  may_decide TEXT NOT NULL DEFAULT '',
  may_propose TEXT NOT NULL DEFAULT '',
  not_ours TEXT NOT NULL DEFAULT '',
  working_agreement TEXT NOT NULL DEFAULT '',
  decision_rule TEXT NOT NULL DEFAULT '',
  decision_note TEXT NOT NULL DEFAULT '',
  cadence_days INTEGER NOT NULL DEFAULT 0,
  usual_slot TEXT NOT NULL DEFAULT '',
  review_on TEXT,
  CHECK (id = 1)
) STRICT;

CREATE TABLE sponsor (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  function TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  hopes_for TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE sponsor_contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sponsor_id INTEGER NOT NULL REFERENCES sponsor(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE sponsor_report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  three_lines TEXT NOT NULL DEFAULT '',
  risks TEXT NOT NULL DEFAULT '',
  learned TEXT NOT NULL DEFAULT '',
  asks TEXT NOT NULL DEFAULT '',
  sent_on TEXT,
  sent_to TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE stakeholder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  function TEXT NOT NULL DEFAULT '',
  stake TEXT NOT NULL DEFAULT '',
  attitude TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE role_definition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  role TEXT NOT NULL DEFAULT '' UNIQUE,
  duty TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  term TEXT NOT NULL DEFAULT '',
  meaning TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE channel (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  wording TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  card TEXT NOT NULL DEFAULT '',
  baseline TEXT NOT NULL DEFAULT '',
  target TEXT NOT NULL DEFAULT '',
  due TEXT,
  source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE measure_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  measure_id INTEGER NOT NULL REFERENCES measure(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  reading TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE charter_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 0,
  agreed_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  agreed_by TEXT NOT NULL DEFAULT '',
  charter TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE charter_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  section TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE worksheet_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  question TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE road_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step INTEGER NOT NULL DEFAULT 0 UNIQUE,
  day TEXT NOT NULL,
  ticked INTEGER NOT NULL DEFAULT 0 CHECK (ticked IN (0, 1)),
  by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1))
) STRICT;

CREATE TABLE canvas_box (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  box TEXT NOT NULL DEFAULT '' UNIQUE,
  entries TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE force (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  side TEXT NOT NULL DEFAULT '',
  wording TEXT NOT NULL DEFAULT '',
  strength INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE member_role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  role TEXT NOT NULL DEFAULT '',
  from_day TEXT NOT NULL,
  to_day TEXT
) STRICT;

CREATE TABLE leader_term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  from_day TEXT NOT NULL,
  to_day TEXT
) STRICT;

CREATE TABLE declared_level (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  level TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  declared_on TEXT NOT NULL,
  review_on TEXT,
  ended_on TEXT
) STRICT;

CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  format TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  start_time TEXT NOT NULL,
  time_zone TEXT NOT NULL DEFAULT '',
  length_minutes INTEGER NOT NULL DEFAULT 0,
  place TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  boxes TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  guests INTEGER NOT NULL DEFAULT 0,
  brought INTEGER NOT NULL DEFAULT -1,
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  cost TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE event_role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  part TEXT NOT NULL DEFAULT '',
  rank INTEGER NOT NULL DEFAULT 0,
  UNIQUE (event_id, member_id, part)
) STRICT;

CREATE TABLE agenda_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  rank INTEGER NOT NULL DEFAULT 0,
  length_minutes INTEGER NOT NULL DEFAULT 0,
  step TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  expected TEXT NOT NULL DEFAULT '',
  present INTEGER NOT NULL DEFAULT 0 CHECK (present IN (0, 1)),
  minutes_present INTEGER NOT NULL DEFAULT 0,
  UNIQUE (event_id, member_id)
) STRICT;

CREATE TABLE minutes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE UNIQUE,
  account TEXT NOT NULL DEFAULT '',
  decisions TEXT NOT NULL DEFAULT '',
  published_on TEXT,
  published_where TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE roti_tally (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE UNIQUE,
  votes TEXT NOT NULL
) STRICT;

CREATE TABLE perfection_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  score INTEGER NOT NULL DEFAULT 0,
  liked TEXT NOT NULL DEFAULT '',
  better TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE announcement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER REFERENCES event(id) ON DELETE CASCADE,
  channel TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  wording TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  board_column TEXT NOT NULL DEFAULT '',
  rank INTEGER NOT NULL DEFAULT 0,
  description TEXT NOT NULL DEFAULT '',
  proposer_id INTEGER REFERENCES member(id) ON DELETE SET NULL,
  from_survey INTEGER NOT NULL DEFAULT 0 CHECK (from_survey IN (0, 1)),
  owner_id INTEGER REFERENCES member(id) ON DELETE SET NULL,
  votes INTEGER NOT NULL DEFAULT 0,
  size TEXT NOT NULL DEFAULT '',
  first_step INTEGER NOT NULL DEFAULT 0 CHECK (first_step IN (0, 1)),
  box TEXT NOT NULL DEFAULT '',
  card TEXT NOT NULL DEFAULT '',
  measure_id INTEGER REFERENCES measure(id) ON DELETE SET NULL,
  event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
  due TEXT,
  links TEXT NOT NULL DEFAULT '',
  created_on TEXT NOT NULL,
  started_on TEXT,
  done_on TEXT,
  answered_on TEXT,
  outcome TEXT NOT NULL DEFAULT '',
  parked_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE item_move (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  board_column TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  overrun INTEGER NOT NULL DEFAULT 0 CHECK (overrun IN (0, 1))
) STRICT;

CREATE TABLE reuse (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE contribution (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  whom_id INTEGER REFERENCES member(id) ON DELETE SET NULL,
  item_id INTEGER REFERENCES item(id) ON DELETE SET NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE help_received (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  item_id INTEGER REFERENCES item(id) ON DELETE SET NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER REFERENCES member(id) ON DELETE CASCADE,
  sponsor_id INTEGER REFERENCES sponsor(id) ON DELETE CASCADE,
  guest TEXT NOT NULL DEFAULT '',
  event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
  item_id INTEGER REFERENCES item(id) ON DELETE SET NULL,
  rule TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  due TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE card_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  card TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 0,
  rank INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  low TEXT NOT NULL DEFAULT '',
  high TEXT NOT NULL DEFAULT '',
  ask TEXT NOT NULL DEFAULT '',
  pillar TEXT NOT NULL DEFAULT '',
  made_on TEXT,
  same_meaning INTEGER NOT NULL DEFAULT 0 CHECK (same_meaning IN (0, 1)),
  UNIQUE (card, version)
) STRICT;

CREATE TABLE round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL DEFAULT '' UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '',
  opened_on TEXT NOT NULL,
  closes_on TEXT,
  closed_on TEXT,
  invited INTEGER NOT NULL DEFAULT 0,
  event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
  min_group INTEGER NOT NULL DEFAULT 5,
  how_to_send TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE round_card (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES round(id) ON DELETE CASCADE,
  card_version_id INTEGER NOT NULL REFERENCES card_version(id),
  rank INTEGER NOT NULL DEFAULT 0,
  UNIQUE (round_id, card_version_id)
) STRICT;

CREATE TABLE round_return (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES round(id) ON DELETE CASCADE,
  channel TEXT NOT NULL DEFAULT '',
  returned INTEGER NOT NULL DEFAULT 0,
  UNIQUE (round_id, channel)
) STRICT;

CREATE TABLE tally (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES round(id) ON DELETE CASCADE,
  card TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '',
  counts TEXT NOT NULL,
  no_opinion INTEGER NOT NULL DEFAULT 0,
  better INTEGER NOT NULL DEFAULT 0,
  same INTEGER NOT NULL DEFAULT 0,
  worse INTEGER NOT NULL DEFAULT 0,
  UNIQUE (round_id, card, channel)
) STRICT;

CREATE TABLE response (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES round(id) ON DELETE CASCADE,
  channel TEXT NOT NULL DEFAULT '',
  next_thing TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  response_id INTEGER NOT NULL REFERENCES response(id) ON DELETE CASCADE,
  card TEXT NOT NULL DEFAULT '',
  points INTEGER NOT NULL DEFAULT 0,
  vote TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '',
  UNIQUE (response_id, card)
) STRICT;

CREATE TABLE invitation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES round(id) ON DELETE CASCADE,
  member_id INTEGER NOT NULL REFERENCES member(id) ON DELETE CASCADE,
  replied INTEGER NOT NULL DEFAULT 0 CHECK (replied IN (0, 1)),
  UNIQUE (round_id, member_id)
) STRICT;

CREATE TABLE value_story (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  cycle TEXT NOT NULL DEFAULT '',
  situation TEXT NOT NULL DEFAULT '',
  met TEXT NOT NULL DEFAULT '',
  did TEXT NOT NULL DEFAULT '',
  came_of_it TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  consent TEXT NOT NULL DEFAULT '',
  member_id INTEGER REFERENCES member(id) ON DELETE SET NULL,
  item_id INTEGER REFERENCES item(id) ON DELETE SET NULL,
  event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
  measure_id INTEGER REFERENCES measure(id) ON DELETE SET NULL
) STRICT;

CREATE TABLE export (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE dismissal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL DEFAULT '',
  member_id INTEGER REFERENCES member(id) ON DELETE CASCADE,
  worse INTEGER NOT NULL DEFAULT 0,
  day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '' UNIQUE,
  choice TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX community_by_leader_id ON community(leader_id);
CREATE INDEX sponsor_contact_by_sponsor_id ON sponsor_contact(sponsor_id);
CREATE INDEX measure_value_by_measure_id ON measure_value(measure_id);
CREATE INDEX member_role_by_member_id ON member_role(member_id);
CREATE INDEX leader_term_by_member_id ON leader_term(member_id);
CREATE INDEX declared_level_by_member_id ON declared_level(member_id);
CREATE INDEX event_role_by_event_id ON event_role(event_id);
CREATE INDEX event_role_by_member_id ON event_role(member_id);
CREATE INDEX agenda_line_by_event_id ON agenda_line(event_id);
CREATE INDEX attendance_by_event_id ON attendance(event_id);
CREATE INDEX attendance_by_member_id ON attendance(member_id);
CREATE INDEX perfection_note_by_event_id ON perfection_note(event_id);
CREATE INDEX announcement_by_event_id ON announcement(event_id);
CREATE INDEX item_by_proposer_id ON item(proposer_id);
CREATE INDEX item_by_owner_id ON item(owner_id);
CREATE INDEX item_by_measure_id ON item(measure_id);
CREATE INDEX item_by_event_id ON item(event_id);
CREATE INDEX item_move_by_item_id ON item_move(item_id);
CREATE INDEX reuse_by_item_id ON reuse(item_id);
CREATE INDEX contribution_by_member_id ON contribution(member_id);
CREATE INDEX contribution_by_whom_id ON contribution(whom_id);
CREATE INDEX contribution_by_item_id ON contribution(item_id);
CREATE INDEX help_received_by_member_id ON help_received(member_id);
CREATE INDEX help_received_by_item_id ON help_received(item_id);
CREATE INDEX follow_up_by_member_id ON follow_up(member_id);
CREATE INDEX follow_up_by_sponsor_id ON follow_up(sponsor_id);
CREATE INDEX follow_up_by_event_id ON follow_up(event_id);
CREATE INDEX follow_up_by_item_id ON follow_up(item_id);
CREATE INDEX round_by_event_id ON round(event_id);
CREATE INDEX round_card_by_round_id ON round_card(round_id);
CREATE INDEX round_card_by_card_version_id ON round_card(card_version_id);
CREATE INDEX round_return_by_round_id ON round_return(round_id);
CREATE INDEX tally_by_round_id ON tally(round_id);
CREATE INDEX response_by_round_id ON response(round_id);
CREATE INDEX answer_by_response_id ON answer(response_id);
CREATE INDEX invitation_by_round_id ON invitation(round_id);
CREATE INDEX invitation_by_member_id ON invitation(member_id);
CREATE INDEX value_story_by_member_id ON value_story(member_id);
CREATE INDEX value_story_by_item_id ON value_story(item_id);
CREATE INDEX value_story_by_event_id ON value_story(event_id);
CREATE INDEX value_story_by_measure_id ON value_story(measure_id);
CREATE INDEX dismissal_by_member_id ON dismissal(member_id);

-- Pictures live by hash and are not journalled.
CREATE TABLE picture (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;
