-- sessions.withIdPrefix
select "s".*, "p"."name" as "project_name", "p"."root" as "project_root" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."id" >= ? and "s"."id" < ? order by "s"."id" limit ?;

-- sessions.titled
select "s".*, "p"."name" as "project_name", "p"."root" as "project_root" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."title" = ? and "s"."deleted_at" is null limit ?;

-- sessions.beginningWith
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."id" >= ? and "s"."id" < ? order by "s"."updated_at" desc limit ?;
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" not in (?) and "s"."id" >= ? and "s"."id" < ? order by "s"."updated_at" desc limit ?;

-- sessions.recentNames
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null order by "s"."updated_at" desc limit ?;
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" not in (?) order by "s"."updated_at" desc limit ?;

-- sessions.list
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null order by "s"."created_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and ("s"."created_at", "s"."id") < (?, ?) order by "s"."created_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null order by "s"."updated_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and ("s"."updated_at", "s"."id") < (?, ?) order by "s"."updated_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null order by "s"."title" asc, "s"."id" asc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and ("s"."title", "s"."id") > (?, ?) order by "s"."title" asc, "s"."id" asc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."project_id" = ? order by "s"."updated_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."status" = ? order by "s"."updated_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."feature_type" = ? order by "s"."updated_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."project_id" not in (?) order by "s"."updated_at" desc, "s"."id" desc limit ?;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."project_id" not in (?) and "s"."project_id" = ? and "s"."status" = ? and "s"."feature_type" = ? and "s"."created_at" >= ? and ("s"."updated_at", "s"."id") < (?, ?) order by "s"."updated_at" desc, "s"."id" desc limit ?;

-- sessions.counts
select (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = ? limit ?) as counted) as "planning", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = ? limit ?) as counted) as "analysis", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = ? limit ?) as counted) as "implementation", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = ? limit ?) as counted) as "completed", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = ? limit ?) as counted) as "cancelled";
select (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" = ? and "s"."status" = ? limit ?) as counted) as "planning", 0 as "analysis", 0 as "implementation", 0 as "completed", 0 as "cancelled";

-- sessions.countsOfProjects
select "p"."id", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and s.project_id = p.id limit ?) as counted) as "count" from "projects" as "p" where "p"."id" in (?);

-- sessions.countOfProject
select count(*) as "count" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" = ?;

-- sessions.purgeDeletedBefore
delete from "orchestration_sessions" where "deleted_at" < ? returning "id";

-- journal.requests
select "number", "replaces", "text", "at", "actor" from "session_requests" where "session_id" = ? order by "number";

-- journal.lastMove
select "actor", "at" from "session_events" where "session_id" = ? order by "number" desc limit ?;

-- journal.history
select * from "session_events" where "session_id" = ? order by "number";
select * from "session_events" where "session_id" = ? and "number" > ? order by "number" limit ?;

-- journal.attempts
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" = ? order by "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in (?) order by "a"."session_id", "a"."position", "u"."position";
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" = ? and "position" > ? order by "position" limit ?;

-- journal.prompt
select "session_id", "prompt", "template", "template_layer", "template_checksum", "template_note" from "orchestration_phases" where "id" = ?;
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in (?) order by "a"."session_id", "a"."position", "u"."position";

-- journal.answer
select "answer" from "orchestration_phases" where "id" = ?;

-- journal.result
select "result" from "orchestration_phases" where "id" = ?;

-- journal.create
insert into "orchestration_sessions" ("id", "project_id", "title", "feature_type", "status", "step", "complexity", "time_estimate", "version", "created_by", "created_at", "updated_at", "completed_at", "deleted_at", "state", "feature_request", "templates") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "session_requests" ("session_id", "number", "replaces", "text", "at", "actor") values (?, ?, ?, ?, ?, ?);
select max("position") as "position", max("attempt") filter(where "step" = ?) as "attempt" from "orchestration_phases" where "session_id" = ?;
insert into "orchestration_phases" ("id", "session_id", "step", "part", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at", "prompt", "answer", "position", "attempt", "problem_code", "problem_message", "result") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select max("number") as "last" from "session_events" where "session_id" = ?;
insert into "session_events" ("session_id", "number", "at", "actor", "kind", "step", "attempt", "undoes", "before", "after") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- journal.receive
select max("position") as "position", max("attempt") filter(where "step" = ?) as "attempt" from "orchestration_phases" where "session_id" = ?;
insert into "orchestration_phases" ("id", "session_id", "step", "part", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at", "prompt", "answer", "position", "attempt", "problem_code", "problem_message", "result") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "id", "project_id" from "orchestration_sessions" where "id" in (?);
insert into executions (id, kind, status, project_id, actor, created_at, finished_at, parameters, tools, details, warnings, messages) values (?, 'pasted', 'succeeded', ?, ?, ?, ?, '{}', '[]', '{}', '[]', '[]') returning number;
insert into orchestration_executions (execution_id, session_id, step, part, attempt_id) values (?, ?, ?, ?, ?);
insert into execution_words_due values (?);

-- journal.commit
update "orchestration_sessions" set "id" = ?, "project_id" = ?, "title" = ?, "feature_type" = ?, "status" = ?, "step" = ?, "complexity" = ?, "time_estimate" = ?, "version" = ?, "created_by" = ?, "created_at" = ?, "updated_at" = ?, "completed_at" = ?, "deleted_at" = ?, "state" = ?, "feature_request" = ?, "templates" = ? where "id" = ? and "version" = ?;
insert into "session_requests" ("session_id", "number", "replaces", "text", "at", "actor") values (?, ?, ?, ?, ?, ?);
update "orchestration_phases" set "outcome" = ?, "result" = ?, "problem_code" = ?, "problem_message" = ?, "finished_at" = ? where "id" = ?;
select max("number") as "last" from "session_events" where "session_id" = ?;
insert into "session_events" ("session_id", "number", "at", "actor", "kind", "step", "attempt", "undoes", "before", "after") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- records.whole
select "s"."id", octet_length(s.feature_request) + coalesce((select sum(octet_length(r.text)) from session_requests r where r.session_id = s.id), 0) + coalesce(( select sum(p.size + coalesce(octet_length(p.result), 0)) from orchestration_phases p where p.session_id = s.id ), 0) + coalesce(( select sum(octet_length(e.after) + coalesce(octet_length(e.before), 0)) from session_events e where e.session_id = s.id ), 0) as "bytes" from "orchestration_sessions" as "s" where "s"."id" in (?);
select "s".*, "p"."name" as "project_name", "p"."root" as "project_root" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."id" in (?);
select * from "session_requests" where "session_id" in (?) order by "session_id", "number";
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" in (?) order by "session_id", "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in (?) order by "a"."session_id", "a"."position", "u"."position";
select "id", "prompt", "answer", "result" from "orchestration_phases" where "id" in (?, ?, ?);
select * from "session_events" where "session_id" in (?) order by "session_id", "number";

-- records.withTexts
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" = ? order by "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in (?) order by "a"."session_id", "a"."position", "u"."position";
select "id", "prompt", "answer", "result" from "orchestration_phases" where "id" in (?, ?, ?);

-- records.outlines
select "s"."id", "s"."project_id", "p"."name" as "project_name", "p"."root" as "project_root", "r"."text" as "request" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" left join "session_requests" as "r" on "r"."session_id" = "s"."id" and "r"."number" = ? where "s"."id" in (?);
select "session_id", "id" from "orchestration_phases" where "session_id" in (?) order by "session_id", "position";
select "session_id", "number", "kind", "step", "attempt", "actor", "undoes" from "session_events" where "session_id" in (?) order by "session_id", "number";

-- records.putAll
delete from "executions" where "kind" = ? and "id" in (select "execution_id" from "orchestration_executions" where "session_id" in (?));
delete from "orchestration_sessions" where "id" in (?);
insert into "orchestration_sessions" ("id", "project_id", "title", "feature_type", "status", "step", "complexity", "time_estimate", "version", "created_by", "created_at", "updated_at", "completed_at", "deleted_at", "state", "feature_request", "templates") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "session_requests" ("number", "replaces", "text", "actor", "session_id", "at") values (?, ?, ?, ?, ?, ?);
insert into "orchestration_phases" ("id", "session_id", "position", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at", "prompt", "result", "answer") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "id", "project_id" from "orchestration_sessions" where "id" in (?);
insert into executions (id, kind, status, project_id, actor, created_at, finished_at, parameters, tools, details, warnings, messages) values (?, 'pasted', 'succeeded', ?, ?, ?, ?, '{}', '[]', '{}', '[]', '[]') returning number;
insert into orchestration_executions (execution_id, session_id, step, part, attempt_id) values (?, ?, ?, ?, ?);
insert into execution_words_due values (?);
insert into "session_events" ("session_id", "number", "at", "actor", "kind", "step", "attempt", "undoes", "before", "after") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- projects.list
select * from "projects" order by "name";
select * from "projects" where "projects"."id" not in (?) and "archived_at" is null and "name" >= ? and "name" < ? and "name" > ? order by "name" limit ?;

-- projects.namesOf
select "id", "name" from "projects" where "id" in (?);

-- projects.withIds
select * from "projects" where "id" in (?);

-- projects.withNames
select * from "projects" where "name" in (?);

-- projects.named
select * from "projects" where "name" = ?;

-- projects.withRoot
select * from "projects" where "root" = ?;

-- projects.withRootAmong
select * from "projects" where "root" in (?, ?, ?) and "archived_at" is null;

-- projects.withIdPrefix
select * from "projects" where "id" >= ? and "id" < ? limit ?;

-- projects.insert
insert into "projects" ("id", "name", "root", "description", "created_at", "updated_at", "archived_at") values (?, ?, ?, ?, ?, ?, ?);

-- projects.update
update "projects" set "id" = ?, "name" = ?, "root" = ?, "description" = ?, "created_at" = ?, "updated_at" = ?, "archived_at" = ? where "id" = ?;

-- projects.delete
select "id" from "prompts" where "project_id" = ? and "deleted_at" is null limit ?;
update "prompts" set "in_force" = ?, "changes" = changes + 1 where "project_id" = ? and "in_force" = ?;
delete from "projects" where "id" = ?;

-- members.grant
select * from "project_members" where coalesce(project_id, '') = ? order by "login";
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "project_members" ("project_id", "login", "role", "actor", "at") values (?, ?, ?, ?, ?);
update "project_members" set "role" = ?, "actor" = ?, "at" = ? where coalesce(project_id, '') = ? and "login" = ?;

-- members.list
select * from "project_members" where coalesce(project_id, '') = ? order by "login";

-- members.standingOf
select c.project_id, m.role from closed_places c left join project_members m on coalesce(m.project_id, '') = coalesce(c.project_id, '') and m.login = ?;

-- members.revoke
select * from "project_members" where coalesce(project_id, '') = ? order by "login";
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
delete from "project_members" where coalesce(project_id, '') = ? and "login" = ?;

-- members.revokeAll
select * from "project_members" where coalesce(project_id, '') = ? order by "login";
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "project_members" ("project_id", "login", "role", "actor", "at") values (?, ?, ?, ?, ?);
select "project_id" from "project_members" where "login" = ?;
delete from "project_members" where coalesce(project_id, '') = ? and "login" = ?;

-- protectedLabels.protect
insert into "protected_labels" ("label") values (?) on conflict do nothing returning "label";
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null);

-- protectedLabels.list
select "label" from "protected_labels";

-- protectedLabels.release
delete from "protected_labels" where "label" = ? returning "label";
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null);

-- activeChoices.choose
insert into "active_choices" ("login", "place", "kind", "chosen", "at") values ('', ?, ?, ?, ?) on conflict ("login", "place", "kind") do update set "chosen" = ?, "at" = ?;

-- activeChoices.nearest
select "login", "place", "chosen" from "active_choices" where "login" in (?, '') and "place" in (?, ?) and "kind" = ?;

-- activeChoices.forget
delete from "active_choices" where "chosen" = ?;

-- prompts.named
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = ? and coalesce(p.project_id, '') in (?, ?) and "p"."deleted_at" is null order by p.project_id is null;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = ? and coalesce(p.project_id, '') in (?) and "p"."deleted_at" is null order by p.project_id is null;

-- prompts.namedAnywhere
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = ? and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";

-- prompts.deletedNamed
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = ? and "p"."deleted_at" is not null order by "p"."deleted_at" desc;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";

-- prompts.withIdPrefix
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."id" >= ? and "p"."id" < ? limit ?;
select * from "prompt_tags" where "prompt_id" in (?, ?) order by "prompt_id", "tag";

-- prompts.withIds
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."id" in (?, ?);
select * from "prompt_tags" where "prompt_id" in (?, ?) order by "prompt_id", "tag";

-- prompts.inForce
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."kind" = ? and coalesce(p.project_id, '') = ? and coalesce(p.feature_type, '') = ? and "p"."in_force" = ? and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";

-- prompts.list
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null order by "p"."name" asc, "p"."id" asc limit ?;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null and ("p"."name", "p"."id") > (?, ?) order by "p"."name" asc, "p"."id" asc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null order by "p"."created_at" desc, "p"."id" desc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null and ("p"."created_at", "p"."id") < (?, ?) order by "p"."created_at" desc, "p"."id" desc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null order by "p"."updated_at" desc, "p"."id" desc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null and ("p"."updated_at", "p"."id") < (?, ?) order by "p"."updated_at" desc, "p"."id" desc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?, ?)) order by "p"."name" asc, "p"."id" asc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?)) order by "p"."name" asc, "p"."id" asc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and "p"."id" in (select "prompt_id" from "prompt_tags" where "tag" = ?)) order by "p"."name" asc, "p"."id" asc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and "p"."id" in (select "prompt_id" from "prompt_labels" where "label" = ?)) order by "p"."name" asc, "p"."id" asc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and "p"."project_id" not in (?)) order by "p"."name" asc, "p"."id" asc limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is not null and coalesce(p.project_id, '') in (?, ?) and "p"."project_id" not in (?) and "p"."category" = ? and "p"."kind" = ? and "p"."feature_type" = ? and "p"."is_template" = ? and "p"."name" >= ? and "p"."name" < ? and "p"."id" in (select "prompt_id" from "prompt_tags" where "tag" = ?) and "p"."id" in (select "prompt_id" from "prompt_labels" where "label" = ?)) and ("p"."name", "p"."id") > (?, ?) order by "p"."name" asc, "p"."id" asc limit ?;

-- prompts.count
select (select count(*) from (select "p"."id" from "prompts" as "p" where "p"."deleted_at" is null limit ?) as counted) as "count";
select (select count(*) from (select "p"."id" from "prompts" as "p" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?, ?) and "p"."project_id" not in (?) and "p"."id" in (select "prompt_id" from "prompt_tags" where "tag" = ?)) limit ?) as counted) as "count";

-- prompts.recentNames
select "p"."name" from "prompts" as "p" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?, ?)) order by "p"."updated_at" desc, "p"."id" desc limit ?;

-- prompts.countOfProject
select count(*) as "count" from "prompts" as "p" where "p"."deleted_at" is null and "p"."project_id" = ?;

-- prompts.ownNamed
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" in (?) and coalesce(p.project_id, '') = ? and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";

-- prompts.deletedAmong
select "p"."name" from "prompts" as "p" where "p"."name" in (?) and coalesce(p.project_id, '') = ? and "p"."deleted_at" is not null;

-- prompts.ownNames
select "p"."name" from "prompts" as "p" where "p"."name" in (?, ?) and coalesce(p.project_id, '') = ? and "p"."deleted_at" is null;

-- prompts.ofProject
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."project_id" = ? and "p"."deleted_at" is null order by "p"."name";
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";

-- prompts.ownPage
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where coalesce(p.project_id, '') = ? and "p"."deleted_at" is null order by "p"."name" limit ?;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where coalesce(p.project_id, '') = ? and "p"."deleted_at" is null and "p"."category" = ? and "p"."name" > ? order by "p"."name" limit ?;

-- prompts.newestOfProject
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."project_id" = ? and "p"."deleted_at" is null order by "p"."updated_at" desc, "p"."id" desc limit ?;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";

-- prompts.tagCounts
select "t"."tag", count(*) as "count" from "prompts" as "p" inner join "prompt_tags" as "t" on "t"."prompt_id" = "p"."id" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?, ?)) group by "t"."tag" order by "t"."tag";

-- promptVersions.versions
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at" from "prompt_versions" where "prompt_id" = ? order by "number" desc;
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at" from "prompt_versions" where "prompt_id" = ? and "number" < ? order by "number" desc limit ?;

-- promptVersions.version
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompt_versions" as "v" where "prompt_id" = ? and "number" = ?;
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompt_versions" as "v" where "prompt_id" = ? and "number" = (select version from prompt_labels where prompt_id = ? and label = ?);

-- promptVersions.newestVersions
select "v".* from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = "p"."latest" where "p"."id" in (?);

-- promptVersions.labels
select * from "prompt_labels" where "prompt_id" in (?) order by "prompt_id", "label";

-- promptVersions.labelsOf
select * from "prompt_labels" where "prompt_id" in (?, ?) order by "prompt_id", "label";

-- promptVersions.labelMoves
select * from "prompt_label_moves" where "prompt_id" = ? order by "number" desc;

-- promptUses.usesOf
select "p"."id", "p"."name", "p"."project_id", "projects"."name" as "project_name", "v"."number", "r"."version" as "asked" from "prompt_references" as "r" inner join "prompt_versions" as "v" on "v"."id" = "r"."version_id" inner join "prompts" as "p" on "p"."id" = "v"."prompt_id" left join "projects" on "projects"."id" = "p"."project_id" where "r"."name" = ? and "p"."deleted_at" is null and ("v"."number" = "p"."latest" or exists (select "l"."label" from "prompt_labels" as "l" where "l"."prompt_id" = "p"."id" and "l"."version" = "v"."number")) order by "p"."name", "v"."number" desc limit ?;

-- promptUses.sessionsThatUsed
select count(distinct a.session_id) as "count" from "prompt_versions" as "v" inner join "phase_prompt_versions" as "u" on "u"."version_id" = "v"."id" inner join "orchestration_phases" as "a" on "a"."id" = "u"."attempt_id" where "v"."prompt_id" = ?;

-- promptSearch.search
select "p"."id" from "prompts" as "p" where "p"."name" = ? and "p"."deleted_at" is null order by p.project_id is null, "p"."id" limit ?;
select p.id from ( select w.rowid as number, bm25("prompt_words", 20, 8, 4, 1) as weight from prompt_words as w where "w"."prompt_words" match ? and ( select 1 from prompts as p where p.id = (select n.prompt_id from prompt_search_entries as n where n.number = "w"."rowid") and "p"."deleted_at" is null ) is not null order by w.rowid desc limit ? ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit ?;
select p.id from ( select e.number, 0 as weight from prompt_search_entries as e where e.number in (select rowid from "prompt_parts" as i where "i"."prompt_parts" match ?) and ( select 1 from prompts as p where p.id = e.prompt_id and "p"."deleted_at" is null ) is not null order by e.number desc limit ? ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit ?;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."id" in (?);
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";
select "p"."id", "v"."messages" from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = "p"."latest" where "p"."id" in (?);
select "p"."id" from "prompts" as "p" where "p"."name" = ? and ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?, ?) and "p"."project_id" not in (?)) order by p.project_id is null, "p"."id" limit ?;
select p.id from ( select w.rowid as number, bm25("prompt_words", 20, 8, 4, 1) as weight from prompt_words as w where "w"."prompt_words" match ? and ( select 1 from prompts as p where p.id = (select n.prompt_id from prompt_search_entries as n where n.number = "w"."rowid") and ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?, ?) and "p"."project_id" not in (?)) ) is not null order by w.rowid desc limit ? ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit ?;
select p.id from ( select e.number, 0 as weight from prompt_search_entries as e where e.number in (select rowid from "prompt_parts" as i where "i"."prompt_parts" match ?) and (instr("e"."labels", ?) > 0 or e.number in (select rowid from "prompt_words" as i where "i"."prompt_words" match ?)) and not e.number in (select rowid from "prompt_words" as i where "i"."prompt_words" match ?) and ( select 1 from prompts as p where p.id = e.prompt_id and ("p"."deleted_at" is null and coalesce(p.project_id, '') in (?, ?) and "p"."project_id" not in (?)) ) is not null order by e.number desc limit ? ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit ?;

-- templates.layers
select "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings", "p"."name", "p"."project_id", "p"."feature_type", "l"."version" as "labelled" from "prompts" as "p" left join "prompt_labels" as "l" on "l"."prompt_id" = "p"."id" and "l"."label" = ? inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce("l"."version", "p"."latest") where "p"."kind" = ? and coalesce(p.project_id, '') in (?, ?) and coalesce(p.feature_type, '') in (?, ?) and "p"."in_force" = ? and "p"."deleted_at" is null;
select "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings", "p"."name", "p"."project_id", "p"."feature_type", "l"."version" as "labelled" from "prompts" as "p" left join "prompt_labels" as "l" on "l"."prompt_id" = "p"."id" and "l"."label" = ? inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce("l"."version", "p"."latest") where "p"."kind" = ? and coalesce(p.project_id, '') in (?) and coalesce(p.feature_type, '') in (?) and "p"."in_force" = ? and "p"."deleted_at" is null;

-- templates.versionsOfKind
select "v".*, "p"."name", "p"."project_id", "p"."feature_type" from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" where "p"."kind" = ? and "p"."category" = ? and coalesce(p.project_id, '') in (?, ?) and "p"."deleted_at" is null order by "v"."created_at" desc;

-- templates.unlinked
select "id", "session_id", "step" from "orchestration_phases" where "template_layer" is null and "outcome" = ? order by "id" limit ?;
select "id", "session_id", "step" from "orchestration_phases" where "template_layer" is null and "outcome" = ? and "session_id" = ? and "id" > ? order by "id" limit ?;

-- templates.referred
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = p.latest where "p"."name" = ? and coalesce(p.project_id, '') in (?, ?) and p.deleted_at is null order by p.project_id is null limit ?;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce((select max(number) from prompt_versions where prompt_id = p.id and created_at <= ?), p.latest) where "p"."name" = ? and coalesce(p.project_id, '') in (?, ?) and (p.deleted_at is null or p.deleted_at > ?) order by p.created_at > ?, p.project_id is null limit ?;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = ? where "p"."name" = ? and coalesce(p.project_id, '') in (?, ?) and p.deleted_at is null order by p.project_id is null limit ?;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = ? where "p"."name" = ? and coalesce(p.project_id, '') in (?, ?) and (p.deleted_at is null or p.deleted_at > ?) order by p.created_at > ?, p.project_id is null limit ?;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = (select version from prompt_labels where prompt_id = p.id and label = ?) where "p"."name" = ? and coalesce(p.project_id, '') in (?, ?) and p.deleted_at is null order by p.project_id is null limit ?;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce(( select to_version from prompt_label_moves where prompt_id = p.id and label = ? and at <= ? order by number desc limit 1 ), (select version from prompt_labels where prompt_id = p.id and label = ?)) where "p"."name" = ? and coalesce(p.project_id, '') in (?, ?) and (p.deleted_at is null or p.deleted_at > ?) order by p.created_at > ?, p.project_id is null limit ?;

-- templates.link
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", case when v.id in (?) then null else "v"."messages" end as "messages", case when v.id in (?) then null else "v"."variables" end as "variables", case when v.id in (?) then null else "v"."settings" end as "settings" from "prompt_versions" as "v" where "prompt_id" = ? and "number" = ?;
update "orchestration_phases" set "template" = ?, "template_layer" = ?, "template_checksum" = ?, "template_note" = ? where "id" = ? and "template_layer" is null;
insert into "phase_prompt_versions" ("attempt_id", "version_id", "position") values (?, ?, ?);

-- promptJournal.create
select "id", "name" from "prompts" where "id" <> ? and "deleted_at" is null and coalesce(project_id, '') = ? and "name" = ?;
insert into "prompts" ("id", "project_id", "name", "description", "category", "kind", "feature_type", "is_template", "in_force", "latest", "changes", "created_by", "created_at", "updated_at", "deleted_at") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "prompt_tags" ("prompt_id", "tag") values (?, ?), (?, ?);
insert into "prompt_versions" ("id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "variables", "settings", "messages") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into prompt_search_entries (prompt_id, labels) values (?, ?) on conflict (prompt_id) do update set labels = excluded.labels returning number;
insert or replace into "prompt_words" (rowid, name, tags, description, content) values (?, ?, ?, ?, ?);
insert or replace into "prompt_parts" (rowid, name, tags, description, content) values (?, ?, ?, ?, ?);

-- promptJournal.createAll
select "id", "name" from "prompts" where "id" <> ? and "deleted_at" is null and coalesce(project_id, '') = ? and "name" = ?;
insert into "prompts" ("id", "project_id", "name", "description", "category", "kind", "feature_type", "is_template", "in_force", "latest", "changes", "created_by", "created_at", "updated_at", "deleted_at") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "prompt_versions" ("id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "variables", "settings", "messages") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into prompt_search_entries (prompt_id, labels) values (?, ?) on conflict (prompt_id) do update set labels = excluded.labels returning number;
insert or replace into "prompt_words" (rowid, name, tags, description, content) values (?, ?, ?, ?, ?);
insert or replace into "prompt_parts" (rowid, name, tags, description, content) values (?, ?, ?, ?, ?);

-- promptJournal.commit
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = ? and coalesce(p.project_id, '') in (?) and "p"."deleted_at" is null order by p.project_id is null;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";
select "changes", "latest" from "prompts" where "id" = ?;
select "id", "name" from "prompts" where "id" <> ? and "deleted_at" is null and coalesce(project_id, '') = ? and "name" = ?;
select "id", "name" from "prompts" where "id" <> ? and "deleted_at" is null and coalesce(project_id, '') = ? and "in_force" = ? and "kind" = ? and coalesce(feature_type, '') = ?;
update "prompts" set "id" = ?, "project_id" = ?, "name" = ?, "description" = ?, "category" = ?, "kind" = ?, "feature_type" = ?, "is_template" = ?, "in_force" = ?, "latest" = ?, "changes" = ?, "created_by" = ?, "created_at" = ?, "updated_at" = ?, "deleted_at" = ? where "id" = ?;
delete from "prompt_tags" where "prompt_id" = ?;
insert into "prompt_tags" ("prompt_id", "tag") values (?, ?), (?, ?);
select max("number") as "number" from "prompt_label_moves" where "prompt_id" = ?;
insert into "prompt_label_moves" ("prompt_id", "number", "label", "from_version", "to_version", "at", "actor", "note", "forced") values (?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "prompt_labels" ("prompt_id", "label", "version", "at", "actor") values (?, ?, ?, ?, ?) on conflict ("prompt_id", "label") do update set "version" = ?, "at" = ?, "actor" = ?;
delete from "prompt_labels" where "prompt_id" = ? and "label" = ?;
select "p"."id", "v"."messages" from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = "p"."latest" where "p"."id" in (?);
insert into prompt_search_entries (prompt_id, labels) values (?, ?) on conflict (prompt_id) do update set labels = excluded.labels returning number;
insert or replace into "prompt_words" (rowid, name, tags, description, content) values (?, ?, ?, ?, ?);
insert or replace into "prompt_parts" (rowid, name, tags, description, content) values (?, ?, ?, ?, ?);

-- promptJournal.commitAll
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = ? and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in (?) order by "prompt_id", "tag";
select "changes", "latest" from "prompts" where "id" = ?;
update "prompts" set "id" = ?, "project_id" = ?, "name" = ?, "description" = ?, "category" = ?, "kind" = ?, "feature_type" = ?, "is_template" = ?, "in_force" = ?, "latest" = ?, "changes" = ?, "created_by" = ?, "created_at" = ?, "updated_at" = ?, "deleted_at" = ? where "id" = ?;
delete from "prompt_tags" where "prompt_id" = ?;
delete from "prompt_search_entries" where "prompt_id" = ?;

-- audit.append
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null);

-- audit.list
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= ? and "number" >= ? order by "number" desc limit ?;
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= ? and "subject_kind" = ? and "number" >= ? order by "number" desc limit ?;
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= ? and "audit_log"."project_id" not in (?) and "actor" = ? and "at" >= ? and ("subject" = ? or "subject_id" = ?) and "number" >= (select min(number + 0) from audit_log where at >= ? and number >= ?) order by "number" desc limit ?;

-- audit.all
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= ? and "number" > ? order by "number" limit ?;

-- audit.countStrays
select count(*) as "count" from "audit_log" where ("number" < ? or "number" > ?);

-- executionJournal.begin
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning "number";
insert into "orchestration_executions" ("execution_id", "session_id", "step", "part", "attempt_id") values (?, ?, ?, ?, ?) on conflict ("execution_id") do update set "session_id" = "excluded"."session_id", "step" = "excluded"."step", "part" = "excluded"."part", "attempt_id" = "excluded"."attempt_id";
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values (?, ?, ?, ?, ?, ?, ?);
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = ?;
select "spent", "reserved" from "batches" where "id" = ?;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= ?;
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
with begun (batch_id, position, execution_id) as (values (?, cast(? as integer), ?)) insert into batch_executions (batch_id, position, number, execution_id, ambiguous) select batch_id, position, coalesce(( select max(b.number) from batch_executions b where b.batch_id = begun.batch_id and b.position = begun.position ), 0) + 1, execution_id, 0 from begun;

-- executionJournal.next
update "execution_attempts" set "status" = "new_status", "finished_at" = "new_finished_at", "input_tokens" = "new_input_tokens", "cached_input_tokens" = "new_cached_input_tokens", "cache_write_tokens" = "new_cache_write_tokens", "output_tokens" = "new_output_tokens", "reasoning_tokens" = "new_reasoning_tokens", "cost" = "new_cost", "request_id" = "new_request_id", "fault" = "new_fault", "http_status" = "new_http_status", "message" = "new_message" from (select "execution_id" as "new_execution_id", "number" as "new_number", "status" as "new_status", "finished_at" as "new_finished_at", "input_tokens" as "new_input_tokens", "cached_input_tokens" as "new_cached_input_tokens", "cache_write_tokens" as "new_cache_write_tokens", "output_tokens" as "new_output_tokens", "reasoning_tokens" as "new_reasoning_tokens", "cost" as "new_cost", "request_id" as "new_request_id", "fault" as "new_fault", "http_status" as "new_http_status", "message" as "new_message" from "execution_attempts" where "execution_id" = null and "number" = null union all select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given where "execution_id" = "new_execution_id" and "number" = "new_number" and status = 'running' returning "execution_id", "reserved";
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = ?;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= ?;
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values (?, ?, ?, ?, ?, ?, ?);

-- executionJournal.left
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = ?;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "orchestration_executions" as "l" inner join "execution_attempts" as "a" on "a"."execution_id" = "l"."execution_id" where "l"."session_id" = ?;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= ?;

-- executionJournal.finish
update "execution_attempts" set "status" = "new_status", "finished_at" = "new_finished_at", "input_tokens" = "new_input_tokens", "cached_input_tokens" = "new_cached_input_tokens", "cache_write_tokens" = "new_cache_write_tokens", "output_tokens" = "new_output_tokens", "reasoning_tokens" = "new_reasoning_tokens", "cost" = "new_cost", "request_id" = "new_request_id", "fault" = "new_fault", "http_status" = "new_http_status", "message" = "new_message" from (select "execution_id" as "new_execution_id", "number" as "new_number", "status" as "new_status", "finished_at" as "new_finished_at", "input_tokens" as "new_input_tokens", "cached_input_tokens" as "new_cached_input_tokens", "cache_write_tokens" as "new_cache_write_tokens", "output_tokens" as "new_output_tokens", "reasoning_tokens" as "new_reasoning_tokens", "cost" as "new_cost", "request_id" as "new_request_id", "fault" as "new_fault", "http_status" as "new_http_status", "message" as "new_message" from "execution_attempts" where "execution_id" = null and "number" = null union all select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given where "execution_id" = "new_execution_id" and "number" = "new_number" and status = 'running' returning "execution_id", "reserved";
update "executions" set "status" = "new_status", "finished_at" = "new_finished_at", "response" = "new_response", "reasoning" = "new_reasoning", "answered_model" = "new_answered_model", "finish_reason" = "new_finish_reason", "input_tokens" = "new_input_tokens", "cached_input_tokens" = "new_cached_input_tokens", "cache_write_tokens" = "new_cache_write_tokens", "output_tokens" = "new_output_tokens", "reasoning_tokens" = "new_reasoning_tokens", "cost" = "new_cost", "price" = "new_price", "latency_ms" = "new_latency_ms", "first_token_ms" = "new_first_token_ms", "problem_code" = "new_problem_code", "problem_message" = "new_problem_message", "details" = "new_details", "warnings" = "new_warnings" from (select "id" as "new_id", "status" as "new_status", "finished_at" as "new_finished_at", "response" as "new_response", "reasoning" as "new_reasoning", "answered_model" as "new_answered_model", "finish_reason" as "new_finish_reason", "input_tokens" as "new_input_tokens", "cached_input_tokens" as "new_cached_input_tokens", "cache_write_tokens" as "new_cache_write_tokens", "output_tokens" as "new_output_tokens", "reasoning_tokens" as "new_reasoning_tokens", "cost" as "new_cost", "price" as "new_price", "latency_ms" as "new_latency_ms", "first_token_ms" as "new_first_token_ms", "problem_code" as "new_problem_code", "problem_message" as "new_problem_message", "details" as "new_details", "warnings" as "new_warnings" from "executions" where "id" = null union all select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given where "id" = "new_id" and status = 'running' returning "id", "number", "cache_key";
insert into "execution_words_due" ("number") values (?) on conflict do nothing;
update "batch_items" set "status" = "new_status", "calls" = "new_calls", "execution_id" = "new_execution_id", "problem_code" = "new_problem_code", "problem_message" = "new_problem_message", claimed_by = null, claimed_at = null from (select "batch_id" as "new_batch_id", "position" as "new_position", "claimed_by" as "new_claimed_by", "status" as "new_status", "calls" as "new_calls", "execution_id" as "new_execution_id", "problem_code" as "new_problem_code", "problem_message" as "new_problem_message" from "batch_items" where "batch_id" = null and "position" = null and "claimed_by" = null union all select ?, ?, ?, ?, ?, ?, ?, ?) as given where "batch_id" = "new_batch_id" and "position" = "new_position" and "claimed_by" = "new_claimed_by" and status = 'claimed' returning "batch_id", "status";
update "batches" set "done" = done + ?, "failed" = failed + ?, "spent" = spent + ?, "reserved" = reserved + ? where "id" = ?;

-- executionJournal.cached
select "e"."id", "c"."created_at", "e"."response", "e"."reasoning", "e"."answered_model", "e"."finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "c"."key" = ? and "c"."created_at" >= ?;

-- executionJournal.cacheEntry
select "key", "execution_id", "created_at" from "cache_entries" where "key" in (?);

-- executionJournal.answerFromCache
select "e"."id", "c"."created_at", "e"."response", "e"."reasoning", "e"."answered_model", "e"."finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "c"."key" = ? and "c"."created_at" >= ?;
update "cache_entries" set "hits" = hits + 1, "last_used_at" = ? where "key" = ? and "execution_id" = ? and "created_at" = ?;
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings", "finished_at", "response", "reasoning", "answered_model", "finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens", "cost", "price", "latency_ms", "first_token_ms", "problem_code", "problem_message", "answered_by") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning "number";
insert into "execution_words_due" ("number") values (?) on conflict do nothing;

-- executionJournal.becameAttempt
update "orchestration_executions" set "attempt_id" = ? where "execution_id" = ?;

-- responseCache.cached
select "e"."id", "c"."created_at", "e"."response", "e"."reasoning", "e"."answered_model", "e"."finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "c"."key" = ? and "c"."created_at" >= ?;

-- responseCache.stats
select count(*) as "entries", coalesce(sum("c"."size"), 0) as "bytes", coalesce(sum("c"."hits"), 0) as "hits", coalesce(sum(c.hits * e.cost), 0) as "saved", coalesce(sum(c.hits) filter (where e.cost is null), 0) as "unknown", min("c"."created_at") as "oldest" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id";
select count(*) as "entries", coalesce(sum("c"."size"), 0) as "bytes", coalesce(sum("c"."hits"), 0) as "hits", coalesce(sum(c.hits * e.cost), 0) as "saved", coalesce(sum(c.hits) filter (where e.cost is null), 0) as "unknown", min("c"."created_at") as "oldest" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "e"."project_id" not in (?);

-- responseCache.keysOf
select "cache_key" as "key" from "executions" where "id" in (?) and "cache_key" is not null;

-- responseCache.identity
select min("applied_at") as "first" from "schema_migrations";

-- responseCache.pruneOlderThan
delete from "cache_entries" where 1 = 1 and "created_at" < ?;
delete from "cache_entries" where execution_id in (select e.id from executions e where "e"."project_id" not in (?)) and "created_at" < ?;

-- responseCache.pruneToSize
delete from "cache_entries" where "key" in (select "u"."key" from (select "key", sum(size) over (order by last_used_at desc, key desc) as "total" from "cache_entries" where 1 = 1) as "u" where "u"."total" > ?);
delete from "cache_entries" where "key" in (select "u"."key" from (select "key", sum(size) over (order by last_used_at desc, key desc) as "total" from "cache_entries" where execution_id in (select e.id from executions e where "e"."project_id" not in (?))) as "u" where "u"."total" > ?);

-- responseCache.clear
delete from "cache_entries" where execution_id in (select e.id from executions e where "e"."project_id" not in (?));
delete from "cache_entries" where 1 = 1;

-- modelAliases.set
delete from "model_aliases" where "name" = ? and coalesce(project_id, '') = ? returning "target";
insert into "model_aliases" ("name", "project_id", "target", "actor", "at") values (?, ?, ?, ?, ?);
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- modelAliases.resolve
select "target" from "model_aliases" where "name" = ? and coalesce(project_id, '') in (?, ?) order by coalesce(project_id, '') desc limit ?;

-- modelAliases.list
select * from "model_aliases" order by "name", coalesce(project_id, '') desc;
select * from "model_aliases" where coalesce(project_id, '') in (?, ?) order by "name", coalesce(project_id, '') desc;

-- modelAliases.remove
delete from "model_aliases" where "name" = ? and coalesce(project_id, '') = ? returning "target";
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- runs.create
insert into "runs" ("id", "kind", "subject", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "actor", "created_at", "updated_at", "settings", "project_id", "workflow_version", "inputs", "outputs", "cancelled_at") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- runs.run
select * from "runs" where "id" = ?;

-- runs.settle
update "runs" set "settings" = ?, "inputs" = ?, "updated_at" = ? where "id" = ?;

-- runs.latestOn
select * from "runs" where "kind" = ? and "subject" = ? order by "created_at" desc, "id" desc limit ?;

-- runs.steps
select * from "run_steps" where "run_id" = ? order by "position";

-- runs.take
update "runs" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "outputs" = ?, "updated_at" = ? where "id" = ? and owner_pid is null;
update "runs" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "outputs" = ?, "updated_at" = ? where "id" = ? and (owner_pid is null or (owner_host = ? and owner_pid = ? and owner_started = ?));

-- runs.begin
update "runs" set "updated_at" = ? where "id" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;
select max("position") as "position", max("attempt") filter(where "key" = ?) as "attempt" from "run_steps" where "run_id" = ?;
insert into "run_steps" ("run_id", "position", "key", "attempt", "status", "started_at", "output") values (?, ?, ?, ?, ?, ?, ?) returning *;

-- runs.finish
update "runs" set "updated_at" = ? where "id" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;
update "run_steps" set "status" = ?, "finished_at" = ?, "output" = ?, "result" = ?, "problem_code" = ?, "problem_message" = ?, "gate_checksum" = ?, "gate_decision" = ? where "run_id" = ? and "position" = ?;

-- runs.decide
update "run_steps" set "gate_decision" = ?, "gate_comment" = ?, "gate_actor" = ?, "gate_at" = ? where "run_id" = ? and "position" = ? and "gate_checksum" = ? and "gate_decision" = ? and "status" != ?;
update "runs" set "updated_at" = ? where "id" = ?;

-- runs.makeStale
update "run_steps" set "status" = ? where "run_id" = ? and "position" in (?);

-- runs.leave
update "runs" set "updated_at" = ? where "id" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;
update "runs" set "status" = ?, "problem_code" = ?, "problem_message" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ? where "id" = ?;

-- runs.complete
update "runs" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "outputs" = ?, "updated_at" = ? where "id" = ? and owner_pid is null;
update "runs" set "updated_at" = ? where "id" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;
update "runs" set "status" = ?, "outputs" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ? where "id" = ?;

-- runs.cancel
update "runs" set "cancelled_at" = ?, "updated_at" = ? where "id" = ? and "status" != ? and "cancelled_at" is null;

-- runs.withIdPrefix
select * from "runs" where "id" >= ? and "id" < ? and "kind" = ? limit ?;

-- runs.list
select "r".* from "runs" as "r" where "r"."kind" = ? order by "r"."created_at" desc, "r"."id" desc limit ?;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = ? limit ?) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = ? and "r"."subject" = ? order by "r"."created_at" desc, "r"."id" desc limit ?;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = ? and "r"."subject" = ? limit ?) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = ? and "r"."project_id" = ? order by "r"."created_at" desc, "r"."id" desc limit ?;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = ? and "r"."project_id" = ? limit ?) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = ? and "r"."status" = ? order by "r"."created_at" desc, "r"."id" desc limit ?;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = ? and "r"."status" = ? limit ?) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = ? and "r"."project_id" not in (?) order by "r"."created_at" desc, "r"."id" desc limit ?;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = ? and "r"."project_id" not in (?) limit ?) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = ? and ("r"."created_at", "r"."id") < (?, ?) order by "r"."created_at" desc, "r"."id" desc limit ?;

-- runs.count
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = ? limit ?) as counted) as "count";

-- runs.heldBy
select * from "runs" where owner_host = ? and owner_pid = ? and owner_started = ?;

-- workflows.record
select "w"."id", "w"."latest", "v"."checksum" from "workflows" as "w" inner join "workflow_versions" as "v" on "v"."workflow_id" = "w"."id" and "v"."number" = "w"."latest" where "w"."name" = ? and coalesce(w.project_id, '') = ? and "w"."deleted_at" is null;
insert into "workflows" ("id", "project_id", "name", "description", "latest", "changes", "created_by", "created_at", "updated_at", "deleted_at") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "workflow_versions" ("workflow_id", "number", "checksum", "author", "note", "created_at", "source") values (?, ?, ?, ?, ?, ?, ?);
update "workflows" set "latest" = ?, "changes" = "changes" + ?, "description" = ?, "updated_at" = ? where "id" = ?;

-- workflows.named
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."name" = ? and coalesce(w.project_id, '') in (?, ?) and "w"."deleted_at" is null order by w.project_id is null;
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."name" = ? and coalesce(w.project_id, '') in (?) and "w"."deleted_at" is null order by w.project_id is null;

-- workflows.withIdPrefix
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."id" >= ? and "w"."id" < ? and "w"."deleted_at" is null limit ?;

-- workflows.withIds
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."id" in (?, ?);

-- workflows.list
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null order by "w"."name", "w"."id" limit ?;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null limit ?) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and coalesce(w.project_id, '') in (?, ?) order by "w"."name", "w"."id" limit ?;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and coalesce(w.project_id, '') in (?, ?) limit ?) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and coalesce(w.project_id, '') in (?) order by "w"."name", "w"."id" limit ?;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and coalesce(w.project_id, '') in (?) limit ?) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and "w"."name" >= ? and "w"."name" < ? order by "w"."name", "w"."id" limit ?;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and "w"."name" >= ? and "w"."name" < ? limit ?) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and "w"."project_id" not in (?) order by "w"."name", "w"."id" limit ?;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and "w"."project_id" not in (?) limit ?) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and ("w"."name", "w"."id") > (?, ?) order by "w"."name", "w"."id" limit ?;

-- workflows.count
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null limit ?) as counted) as "count";

-- workflows.recentNames
select "w"."name" from "workflows" as "w" where "w"."deleted_at" is null and coalesce(w.project_id, '') in (?, ?) order by "w"."updated_at" desc, "w"."id" desc limit ?;

-- workflows.version
select * from "workflow_versions" where "workflow_id" = ? and "number" = ?;

-- workflows.versions
select "workflow_id", "number", "checksum", "author", "note", "created_at" from "workflow_versions" where "workflow_id" = ? order by "number" desc limit ?;
select "workflow_id", "number", "checksum", "author", "note", "created_at" from "workflow_versions" where "workflow_id" = ? and "number" < ? order by "number" desc limit ?;

-- experiments.create
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values (?, ?, ?, ?, ?, ?, ?);

-- experiments.named
select * from "experiments" where "name" = ? and coalesce(project_id, '') in (?, ?) and "archived_at" is null order by project_id is null;
select * from "experiment_variants" where "experiment_id" in (?, ?) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in (?, ?) order by "experiment_id", "position";
select * from "experiments" where "name" = ? and coalesce(project_id, '') in (?) and "archived_at" is null order by project_id is null;
select * from "experiment_variants" where "experiment_id" in (?) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in (?) order by "experiment_id", "position";

-- experiments.withIdPrefix
select * from "experiments" where "id" >= ? and "id" < ? order by "id" limit ?;
select * from "experiment_variants" where "experiment_id" in (?, ?) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in (?, ?) order by "experiment_id", "position";

-- experiments.list
select * from "experiments" where 1 = 1 order by "created_at" desc, "id" desc limit ?;
select * from "experiment_variants" where "experiment_id" in (?, ?) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in (?, ?) order by "experiment_id", "position";
select (select count(*) from (select "id" from "experiments" where 1 = 1 limit ?) as counted) as "count";
select * from "experiments" where status = ? order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "experiments" where status = ? limit ?) as counted) as "count";
select * from "experiments" where project_id = ? order by "created_at" desc, "id" desc limit ?;
select * from "experiment_variants" where "experiment_id" in (?) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in (?) order by "experiment_id", "position";
select (select count(*) from (select "id" from "experiments" where project_id = ? limit ?) as counted) as "count";
select * from "experiments" where "project_id" not in (?) order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "experiments" where "project_id" not in (?) limit ?) as counted) as "count";
select * from "experiments" where 1 = 1 and ("created_at", "id") < (?, ?) order by "created_at" desc, "id" desc limit ?;

-- experiments.count
select (select count(*) from (select "id" from "experiments" where 1 = 1 limit ?) as counted) as "count";

-- experiments.move
update "experiments" set "status" = ?, "updated_at" = ?, "started_at" = coalesce("started_at", ?), "stopped_at" = ? where "id" = ? and "status" <> ?;
update "experiments" set "status" = ?, "updated_at" = ? where "id" = ? and "status" <> ?;
update "experiments" set "status" = ?, "updated_at" = ?, "stopped_at" = ? where "id" = ? and "status" <> ?;
update "experiments" set "status" = ?, "updated_at" = ?, "archived_at" = ? where "id" = ? and "status" <> ?;

-- experiments.conclude
update "experiments" set "conclusion" = ?, "updated_at" = ? where "id" = ?;

-- experiments.linkBatches
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values (?, ?, ?, ?, ?, ?, ?);
select "position", "batch_id" from "experiment_variants" where "experiment_id" = ?;
update "experiment_variants" set "batch_id" = ? where "experiment_id" = ? and "position" = ?;
update "experiments" set "updated_at" = ? where "id" = ?;

-- experiments.observe
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values (?, ?, ?, ?, ?, ?, ?);
insert into "experiment_observations" ("experiment_id", "metric", "unit", "variant", "repetition", "value", "divisor", "execution_id", "at") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict ("experiment_id", "metric", "unit", "variant", "repetition") do update set "value" = "excluded"."value", "divisor" = "excluded"."divisor", "execution_id" = "excluded"."execution_id", "at" = "excluded"."at";

-- experiments.observations
select packed_rows("unit", "variant", "value") as packed from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = ? and metric = ? order by unit, variant, repetition );
select packed_rows("unit", "variant", "value") as packed from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = ? and metric = ? and cast(unit as integer) <= ? order by unit, variant, repetition );
select packed_rows("unit", "variant", "value", "divisor") as packed from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = ? and metric = ? order by unit, variant, repetition );
select packed_rows("unit", "variant", "value", "divisor") as packed from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = ? and metric = ? and cast(unit as integer) <= ? order by unit, variant, repetition );

-- experiments.judgements
select "o"."unit", "o"."variant", "o"."repetition", "o"."value", "o"."execution_id" from "experiment_observations" as "o" inner join "experiment_variants" as "v" on "v"."experiment_id" = "o"."experiment_id" and "v"."position" = "o"."variant" where "o"."experiment_id" = ? and "o"."metric" = ? and "v"."is_control" = ? order by "o"."unit", "o"."variant", "o"."repetition";

-- experiments.costOf
select count(*) as "calls", sum("e"."cost") as "cost" from "experiment_observations" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."experiment_id" = ? and "o"."metric" = ?;

-- experiments.unitsMeasured
select "variant", count(distinct "unit") as "units" from "experiment_observations" where "experiment_id" = ? and "metric" = ? group by "variant";

-- experiments.measured
select "value", "divisor" from "experiment_observations" where "experiment_id" = ? and "metric" = ? and "variant" = ? and "repetition" = ? order by "unit" limit ?;

-- experiments.observed
select "value" from "experiment_observations" where "experiment_id" = ? and "metric" = ? and "unit" = ? limit ?;

-- experiments.unobserve
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values (?, ?, ?, ?, ?, ?, ?);
insert into "experiment_observations" ("experiment_id", "metric", "unit", "variant", "repetition", "value", "divisor", "execution_id", "at") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict ("experiment_id", "metric", "unit", "variant", "repetition") do update set "value" = "excluded"."value", "divisor" = "excluded"."divisor", "execution_id" = "excluded"."execution_id", "at" = "excluded"."at";
select "metric", "unit", "variant", "repetition" from "experiment_observations" where "experiment_id" = ? and "metric" in (?, ?) and "unit" in (?);
delete from "experiment_observations" where "experiment_id" = ? and "metric" = ? and "unit" = ? and "variant" = ? and "repetition" = ?;

-- experiments.deciding
select * from "experiments" where "status" in (?, ?) and "unit" <> ? and coalesce(project_id, '') in (?, ?) order by "started_at", "id";
select * from "experiments" where "status" in (?, ?) and "unit" <> ? and coalesce(project_id, '') in (?) order by "started_at", "id";

-- experiments.start
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values (?, ?, ?, ?, ?, ?, ?);
select * from "experiments" where "status" in (?, ?) and "unit" <> ? order by "started_at", "id";
update "experiments" set "status" = ?, "updated_at" = ?, "started_at" = coalesce("started_at", ?), "stopped_at" = ? where "id" = ? and "status" <> ?;

-- assignments.of
select "unit", "variant", "chosen", "at" from "experiment_assignments" where "experiment_id" = ? and "unit" = ?;

-- assignments.counts
select "variant", "chosen", case when ("unit" >= ? and "unit" < ?) then 1 else 0 end as "users", count(*) as "count" from "experiment_assignments" where "experiment_id" = ? group by "variant", "chosen", "users" order by "variant", "chosen", "users";

-- assignments.sessions
select "unit", "variant", "chosen", "at" from "experiment_assignments" where "experiment_id" = ? and "variant" > ? and "unit" < ? order by "at", "unit";

-- sessionExperiments.anyDeciding
select "id" from "experiments" where "status" in (?, ?) and "unit" <> ? limit ?;

-- sessionExperiments.ofSession
select "e"."id", "e"."name", "e"."archived_at", "v"."name" as "variant", "a"."variant" as "position", "a"."chosen" from "experiment_assignments" as "a" inner join "experiments" as "e" on "e"."id" = "a"."experiment_id" left join "experiment_variants" as "v" on "v"."experiment_id" = "a"."experiment_id" and "v"."position" = "a"."variant" where "a"."unit" = ? order by "e"."name", "e"."id";

-- sessionFacts.of
select "id", "status", "deleted_at", "created_at", "created_by", "updated_at", "completed_at" from "orchestration_sessions" where "id" in (?);
select "session_id", "position", "step", "part", "outcome", "input_method", "forced", "result" from "orchestration_phases" where "session_id" in (?) and "outcome" <> ? order by "session_id", "position";
select "session_id", count(*) as "count" from "session_events" where "session_id" in (?) and "kind" = ? group by "session_id";
select "r"."session_id", "r"."rating" from "phase_ratings" as "r" where "r"."session_id" in (?) and "r"."number" = (select max("n"."number") as "last" from "phase_ratings" as "n" where "n"."session_id" = "r"."session_id" and "n"."phase" = "r"."phase") order by "r"."session_id", "r"."phase";
select "o"."session_id", sum("e"."cost") as "cost", sum(e.input_tokens + e.output_tokens) as "tokens" from "orchestration_executions" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."session_id" in (?) group by "o"."session_id";

-- sessionFacts.begun
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= ? order by "created_at" desc, "id" desc limit ?;
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= ? and "project_id" not in (?) order by "created_at" desc, "id" desc limit ?;
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= ? and "project_id" = ? order by "created_at" desc, "id" desc limit ?;
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= ? and "project_id" = ? and "project_id" not in (?) order by "created_at" desc, "id" desc limit ?;

-- optimizations.withIdPrefix
select * from "optimizations" where "id" >= ? and "id" < ? order by "id" limit ?;

-- optimizations.list
select * from "optimizations" where 1 = 1 order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "optimizations" where 1 = 1 limit ?) as counted) as "count";
select * from "optimizations" where status = ? order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "optimizations" where status = ? limit ?) as counted) as "count";
select * from "optimizations" where project_id = ? order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "optimizations" where project_id = ? limit ?) as counted) as "count";
select * from "optimizations" where "project_id" not in (?) order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "optimizations" where "project_id" not in (?) limit ?) as counted) as "count";
select * from "optimizations" where 1 = 1 and ("created_at", "id") < (?, ?) order by "created_at" desc, "id" desc limit ?;

-- optimizations.count
select (select count(*) from (select "id" from "optimizations" where 1 = 1 limit ?) as counted) as "count";

-- optimizations.tallies
select "o"."optimization_id", count(*) as "executions", count("e"."cost") as "known", coalesce(sum(e.cost), 0) as "cost" from "optimization_calls" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."optimization_id" in (?) group by "o"."optimization_id";

-- optimizationJournal.create
insert into "optimizations" ("id", "project_id", "prompt_version_id", "prompt_reference", "message", "model", "reflection_model", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "applied_version_id", "actor", "created_at", "updated_at", "finished_at", "settings", "start", "result") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "optimization_rows" ("optimization_id", "row", "input", "expected") values (?, ?, ?, ?), (?, ?, ?, ?);

-- optimizationJournal.optimization
select * from "optimizations" where "id" = ?;

-- optimizationJournal.rows
select * from "optimization_rows" where "optimization_id" = ? order by "row";

-- optimizationJournal.recorded
select "e"."id", "e"."status", "e"."response", "e"."cost", "e"."problem_code" from "optimization_calls" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."optimization_id" = ? and "o"."key" = ? and "e"."status" != ? order by "o"."number" desc;

-- optimizationJournal.putCandidate
insert into "optimizations" ("id", "project_id", "prompt_version_id", "prompt_reference", "message", "model", "reflection_model", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "applied_version_id", "actor", "created_at", "updated_at", "finished_at", "settings", "start", "result") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
update "optimization_candidates" set "arm" = ?, "origin" = ?, "template" = ?, "calls" = ?, "parents" = ?, "fate" = ?, "details" = ? where "optimization_id" = ? and "name" = ?;
select max("position") as "last" from "optimization_candidates" where "optimization_id" = ?;
insert into "optimization_candidates" ("optimization_id", "position", "name", "arm", "origin", "template", "calls", "parents", "fate", "details") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- optimizationJournal.candidates
select * from "optimization_candidates" where "optimization_id" = ? order by "position";

-- optimizationJournal.take
update "optimizations" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "updated_at" = ? where "id" = ? and "status" != ? and owner_pid is null;
update "optimizations" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "updated_at" = ? where "id" = ? and "status" != ? and (owner_pid is null or (owner_host = ? and owner_pid = ? and owner_started = ?));

-- optimizationJournal.leave
update "optimizations" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "updated_at" = ? where "id" = ? and "status" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;

-- optimizationJournal.complete
insert into "optimizations" ("id", "project_id", "prompt_version_id", "prompt_reference", "message", "model", "reflection_model", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "applied_version_id", "actor", "created_at", "updated_at", "finished_at", "settings", "start", "result") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
update "optimizations" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "updated_at" = ? where "id" = ? and "status" != ? and owner_pid is null;
update "optimizations" set "updated_at" = ? where "id" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = ?;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= ?;
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning "number";
insert into optimization_calls (optimization_id, key, number, row, execution_id) select ?, ?, coalesce(max(number), 0) + 1, cast(? as integer), ? from optimization_calls where optimization_id = ? and key = ?;
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values (?, ?, ?, ?, ?, ?, ?);
update "optimizations" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "result" = ?, "finished_at" = ? where "id" = ?;

-- optimizationJournal.noteApplied
update "optimizations" set "applied_version_id" = ?, "updated_at" = ? where "id" = ?;

-- batches.withIdPrefix
select * from "batches" where "id" >= ? and "id" < ? order by "id" limit ?;

-- batches.named
select * from "batches" where "name" = ? order by "created_at" desc, "id" desc limit ?;

-- batches.list
select * from "batches" where 1 = 1 order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "batches" where 1 = 1 limit ?) as counted) as "count";
select * from "batches" where status = ? order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "batches" where status = ? limit ?) as counted) as "count";
select * from "batches" where project_id = ? order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "batches" where project_id = ? limit ?) as counted) as "count";
select * from "batches" where "project_id" not in (?) order by "created_at" desc, "id" desc limit ?;
select (select count(*) from (select "id" from "batches" where "project_id" not in (?) limit ?) as counted) as "count";
select * from "batches" where 1 = 1 and ("created_at", "id") < (?, ?) order by "created_at" desc, "id" desc limit ?;

-- batches.count
select (select count(*) from (select "id" from "batches" where 1 = 1 limit ?) as counted) as "count";

-- batches.tally
select "status", count(*) as "count" from "batch_items" where "batch_id" = ? group by "status";

-- batches.rangesLeft
select distinct (position - 1) / cast(? as integer) as "number" from "batch_items" where "batch_id" = ? and "status" in (?, ?) order by "number";

-- batches.items
select * from "batch_items" where "batch_id" = ? and "status" = ? order by "position" limit ?;

-- batches.problems
with "free" as (select "i"."position" from "batch_items" as "i" where "i"."batch_id" = ? and "i"."status" = ? and exists (select "id" from "batches" where "id" = ? and "status" = ?) order by "i"."position" limit ? ) update "batch_items" set "status" = ?, "claimed_by" = ?, "claimed_at" = ? where "batch_id" = ? and "position" in (select "position" from "free") returning "position", "row", "repetition", "calls", "input";
update "batch_items" set "status" = ?, "claimed_by" = ?, "claimed_at" = ?, "problem_code" = ?, "problem_message" = ? where "batch_id" = ? and "position" = ? and "status" = ? and "claimed_by" = ?;
update "batches" set "done" = done + ?, "failed" = failed + ?, "spent" = spent + ?, "reserved" = reserved + ? where "id" = ?;
select count(*) as "items", min("position") as "first" from "batch_items" where "batch_id" = ? and "status" = ? group by "problem_code" order by "items" desc, "first";
select * from "batch_items" where "batch_id" = ? and "position" in (?);

-- batches.ambiguous
select "b"."position", "i"."row", "i"."repetition", "b"."execution_id", coalesce((select max("a"."started_at") as "at" from "execution_attempts" as "a" where "a"."execution_id" = "b"."execution_id"), "e"."created_at") as "at" from "batch_executions" as "b" inner join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" inner join "executions" as "e" on "e"."id" = "b"."execution_id" where "b"."batch_id" = ? and b.ambiguous = 1 order by "b"."position", "b"."number";

-- batches.leftBy
select "b"."position", "i"."row", "i"."repetition", "b"."execution_id", coalesce((select max("a"."started_at") as "at" from "execution_attempts" as "a" where "a"."execution_id" = "b"."execution_id"), "e"."created_at") as "at" from "batch_executions" as "b" inner join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" inner join "executions" as "e" on "e"."id" = "b"."execution_id" where "b"."batch_id" = ? and "i"."status" = ? and "i"."claimed_by" in (?) and "b"."ambiguous" = ? and "e"."status" = ? order by "b"."position", "b"."number";

-- batches.results
select "i".*, "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens", "e"."response", "e"."finish_reason", "e"."cost", "e"."latency_ms", "e"."answered_by", "e"."id" as "asked" from "batch_items" as "i" left join "executions" as "e" on "e"."id" = "i"."execution_id" where "i"."batch_id" = ? and "i"."position" > ? order by "i"."position" limit ?;

-- batchJournal.create
insert into "batches" ("id", "project_id", "name", "prompt_version_id", "prompt_reference", "model", "status", "rows", "done", "failed", "spent", "reserved", "next_call_at", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "actor", "created_at", "updated_at", "finished_at", "settings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- batchJournal.batch
select * from "batches" where "id" = ?;

-- batchJournal.addItems
update "batches" set "updated_at" = ? where "id" = ? and "status" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;
insert into "batch_items" ("batch_id", "position", "row", "repetition", "status", "calls", "problem_code", "problem_message", "input") values (?, ?, ?, ?, ?, ?, ?, ?, ?);
update "batches" set "done" = done + ?, "failed" = failed + ?, "spent" = spent + ?, "reserved" = reserved + ? where "id" = ?;

-- batchJournal.loaded
update "batches" set "updated_at" = ? where "id" = ? and "status" = ? and owner_host = ? and owner_pid = ? and owner_started = ?;
update "batches" set "status" = ?, "rows" = (select coalesce(max(position), 0) from batch_items where batch_id = ?), "owner_host" = ?, "owner_pid" = ?, "owner_started" = ? where "id" = ?;

-- batchJournal.claim
with "free" as (select "i"."position" from "batch_items" as "i" where "i"."batch_id" = ? and "i"."status" = ? and exists (select "id" from "batches" where "id" = ? and "status" = ?) order by "i"."position" limit ? ) update "batch_items" set "status" = ?, "claimed_by" = ?, "claimed_at" = ? where "batch_id" = ? and "position" in (select "position" from "free") returning "position", "row", "repetition", "calls", "input";

-- batchJournal.isOver
select "position" from "batch_items" where "batch_id" = ? and "status" in (?, ?) and "position" >= ? and "position" <= ? limit ?;

-- batchJournal.holders
select "w"."id", "w"."host", "w"."pid", "w"."started", "w"."status", "w"."seen_at", count(*) as "claimed" from "batch_items" as "i" inner join "workers" as "w" on "w"."id" = "i"."claimed_by" where "i"."batch_id" = ? and "i"."status" = ? group by "w"."id", "w"."host", "w"."pid", "w"."started", "w"."status", "w"."seen_at" order by "w"."id";

-- batchJournal.giveBack
select "status" from "batches" where "id" = ?;
update "batch_items" set "status" = ?, "claimed_by" = ?, "claimed_at" = ? where "batch_id" = ? and "position" in (?) and "status" = ? and "claimed_by" = ?;

-- batchJournal.fail
update "batch_items" set "status" = ?, "claimed_by" = ?, "claimed_at" = ?, "problem_code" = ?, "problem_message" = ? where "batch_id" = ? and "position" = ? and "status" = ? and "claimed_by" = ?;

-- batchJournal.release
with "free" as (select "i"."position" from "batch_items" as "i" where "i"."batch_id" = ? and "i"."status" = ? and exists (select "id" from "batches" where "id" = ? and "status" = ?) order by "i"."position" limit ? ) update "batch_items" set "status" = ?, "claimed_by" = ?, "claimed_at" = ? where "batch_id" = ? and "position" in (select "position" from "free") returning "position", "row", "repetition", "calls", "input";
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
with begun (batch_id, position, execution_id) as (values (?, cast(? as integer), ?)) insert into batch_executions (batch_id, position, number, execution_id, ambiguous) select batch_id, position, coalesce(( select max(b.number) from batch_executions b where b.batch_id = begun.batch_id and b.position = begun.position ), 0) + 1, execution_id, 0 from begun;
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values (?, ?, ?, ?, ?, ?, ?);
select "status" from "batches" where "id" = ?;
select "i"."position", "i"."calls" as "before", "e"."id" as "execution", max("a"."number") as "calls", coalesce(sum(case a.status when 'running' then a.reserved end), 0) as "reserved" from "batch_items" as "i" inner join "batch_executions" as "b" on "b"."batch_id" = "i"."batch_id" and "b"."position" = "i"."position" inner join "executions" as "e" on "e"."id" = "b"."execution_id" inner join "execution_attempts" as "a" on "a"."execution_id" = "e"."id" where "i"."batch_id" = ? and "i"."status" = ? and "i"."claimed_by" = ? and "b"."ambiguous" = ? and "e"."status" = ? group by "i"."position", "i"."calls", "e"."id" order by "i"."position";
update "batch_executions" set "ambiguous" = ? where "execution_id" = ?;
update "batch_items" set "status" = ?, "calls" = ?, "claimed_by" = ?, "claimed_at" = ?, "execution_id" = ?, "problem_code" = ?, "problem_message" = ? where "batch_id" = ? and "position" = ?;
update "batch_items" set "status" = ?, "claimed_by" = ?, "claimed_at" = ? where "batch_id" = ? and "status" = ? and "claimed_by" = ?;
update "batches" set "done" = done + ?, "failed" = failed + ?, "spent" = spent + ?, "reserved" = reserved + ? where "id" = ?;

-- batchJournal.takeSlots
update "batches" set "next_call_at" = case when next_call_at > ? then next_call_at else ? end + ? where "id" = ? returning "next_call_at";

-- batchJournal.pause
update "batches" set "status" = ?, "problem_code" = ?, "problem_message" = ?, "updated_at" = ? where "id" = ? and "status" = ?;

-- batchJournal.resume
select "status" from "batches" where "id" = ?;
update "batches" set "status" = ?, "settings" = ?, "problem_code" = ?, "problem_message" = ?, "updated_at" = ? where "id" = ?;

-- batchJournal.complete
update "batches" set "status" = ?, "updated_at" = ?, "finished_at" = ? where "id" = ? and "status" = ? and "rows" = "done" + "failed";

-- batchJournal.retry
select "status" from "batches" where "id" = ?;
update "batch_items" set "status" = ?, "calls" = ?, "execution_id" = ?, "problem_code" = ?, "problem_message" = ? where "batch_id" = ? and "status" = ?;
update "batches" set "done" = done + ?, "failed" = failed + ?, "spent" = spent + ?, "reserved" = reserved + ? where "id" = ?;
update "batches" set "status" = ?, "finished_at" = ?, "updated_at" = ?, "problem_code" = ?, "problem_message" = ? where "id" = ? and "status" = ?;

-- batchJournal.cancel
select "status" from "batches" where "id" = ?;
update "batches" set "status" = ?, "owner_host" = ?, "owner_pid" = ?, "owner_started" = ?, "problem_code" = ?, "problem_message" = ?, "updated_at" = ?, "finished_at" = ? where "id" = ?;
update "batch_items" set "status" = ? where "batch_id" = ? and "status" = ?;

-- batchJournal.discard
insert into "batches" ("id", "project_id", "name", "prompt_version_id", "prompt_reference", "model", "status", "rows", "done", "failed", "spent", "reserved", "next_call_at", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "actor", "created_at", "updated_at", "finished_at", "settings") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
delete from "batches" where "id" = ? and "status" = ?;

-- workers.register
insert into "workers" ("id", "host", "pid", "started", "status", "in_flight", "version", "actor", "started_at", "seen_at") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- workers.beat
update "workers" set "in_flight" = ?, "seen_at" = ? where "id" = ? returning "status";

-- workers.drain
update "workers" set "status" = ? where "id" = ? and "status" = ?;

-- workers.present
select * from "workers" where "status" in (?, ?) order by "started_at", "id";

-- workers.worker
select * from "workers" where "id" = ?;

-- workers.list
select * from "workers" where "status" in (?) order by "started_at" desc, "id" desc limit ?;
select * from "workers" where "status" in (?) and ("started_at", "id") < (?, ?) order by "started_at" desc, "id" desc limit ?;

-- workers.count
select (select count(*) from (select "id" from "workers" where "status" in (?) limit ?) as counted) as "count";

-- workers.clock
select * from "workers" where "status" in (?, ?) order by "started_at", "id";

-- workers.withIdPrefix
select * from "workers" where "id" >= ? and "id" < ? order by "id" limit ?;

-- workers.stop
update "workers" set "status" = ?, "in_flight" = ?, "seen_at" = ? where "id" = ?;

-- ratings.add
select max("number") as "last" from "phase_ratings" where "session_id" = ? and "phase" = ?;
insert into "phase_ratings" ("session_id", "phase", "number", "at", "rating", "note", "actor") values (?, ?, ?, ?, ?, ?, ?);

-- ratings.ofSession
select * from "phase_ratings" as "r" where "r"."session_id" = ? and "r"."number" = (select max("n"."number") as "last" from "phase_ratings" as "n" where "n"."session_id" = "r"."session_id" and "n"."phase" = "r"."phase");

-- executions.withIdPrefix
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" >= ? and "e"."id" < ? order by "e"."id" limit ?;

-- executions.whole
select "e".*, "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" in (?);
select "execution_id", "name", "media_type", "bytes" from "execution_attachments" where "execution_id" in (?) order by "execution_id", "position";
select "execution_id", "round", "call", "text", "failed" from "execution_tool_uses" where "execution_id" in (?) order by "execution_id", "attempt", "position";

-- executions.wholeInBatches
select "e"."id", octet_length(e.messages) + octet_length(e.details) + coalesce(octet_length(e.response), 0) + coalesce(octet_length(e.reasoning), 0) as "texts", coalesce((select sum(f.size) from execution_attachments f where f.execution_id = e.id), 0) + coalesce(( select sum(octet_length(u.call) + octet_length(u.text)) from execution_tool_uses u where u.execution_id = e.id ), 0) + coalesce(( select p.size from orchestration_executions l join orchestration_phases p on p.id = l.attempt_id where e.kind = 'pasted' and l.execution_id = e.id ), 0) as "parts" from "executions" as "e" where "e"."id" in (?);
select "e".*, "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" in (?);
select "execution_id", "name", "media_type", "bytes" from "execution_attachments" where "execution_id" in (?) order by "execution_id", "position";
select "execution_id", "round", "call", "text", "failed" from "execution_tool_uses" where "execution_id" in (?) order by "execution_id", "attempt", "position";

-- executions.attempts
select * from "execution_attempts" where "execution_id" in (?) order by "execution_id", "number";

-- executions.attemptsOf
select * from "execution_attempts" where "execution_id" in (?, ?) order by "execution_id", "number";

-- executions.pastedAnswers
select "e"."id", "p"."answer" from "executions" as "e" inner join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" inner join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" where "e"."id" in (?) and "e"."kind" = ?;

-- executions.list
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where 1 = 1 order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."status" = ? order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."kind" = ? order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."model" = ? order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."project_id" = ? order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."status" = ? and "e"."project_id" = ?) order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" in (select "execution_id" from "orchestration_executions" where "session_id" = ?) order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."prompt_version_id" in (select "id" from "prompt_versions" where "prompt_id" = ?) order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."rerun_of" = ? order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."answered_by" is not null order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."answered_by" is null order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."created_at" >= ? and "e"."created_at" < ?) order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."project_id" not in (?) order by "e"."created_at" desc, "e"."id" desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where 1 = 1 and ("e"."created_at", "e"."id") < (?, ?) order by "e"."created_at" desc, "e"."id" desc limit ?;

-- executions.ofSession
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "l"."session_id" = ? order by "e"."created_at", "e"."number";

-- executions.ofRun
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "t"."run_id" = ? order by "e"."created_at", "e"."number";

-- executions.beginningWith
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" >= ? and "e"."id" < ? order by "e"."created_at" desc limit ?;

-- executions.excerpts
select "e"."id", "e"."excerpt" from "executions" as "e" where "e"."id" in (?, ?);

-- executions.count
select (select count(*) from (select "e"."id" from "executions" as "e" where 1 = 1 limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."status" = ? limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."kind" = ? limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."model" = ? limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."project_id" = ? limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where ("e"."status" = ? and "e"."project_id" = ?) limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."id" in (select "execution_id" from "orchestration_executions" where "session_id" = ?) limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."prompt_version_id" in (select "id" from "prompt_versions" where "prompt_id" = ?) limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."rerun_of" = ? limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."answered_by" is not null limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."answered_by" is null limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where ("e"."created_at" >= ? and "e"."created_at" < ?) limit ?) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."project_id" not in (?) limit ?) as counted) as "count";

-- executions.spentFor
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "orchestration_executions" as "l" inner join "execution_attempts" as "a" on "a"."execution_id" = "l"."execution_id" where "l"."session_id" = ?;

-- executions.spentSince
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= ?;

-- executions.search
select "number" from "execution_words_due" limit ?;
delete from "execution_words_due" where "number" in (select "number" from "execution_words_due" order by "number" limit ?) returning "number";
select "e"."number", octet_length(e.messages) + coalesce(octet_length(e.response), octet_length(p.answer), 0) as "bytes" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in (?, ?, ?, ?, ?, ?, ?) order by "e"."number";
select "e"."number", "e"."prompt_reference", "e"."model", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in (?, ?, ?, ?, ?, ?, ?);
insert or replace into "execution_words" (rowid, prompt, model, messages, response) values (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?);
select c.number from ( select w.rowid as number, bm25("execution_words", 8, 4, 1, 2) as weight from execution_words as w where "w"."execution_words" match ? and true order by w.rowid desc limit ? ) as c order by c.weight, c.number desc limit ?;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row", "e"."number", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in (?, ?);
select c.number from ( select w.rowid as number, bm25("execution_words", 8, 4, 1, 2) as weight from execution_words as w where "w"."execution_words" match ? and (select 1 from executions as e where e.number = w.rowid and ("e"."status" = ? and "e"."project_id" = ?)) is not null order by w.rowid desc limit ? ) as c order by c.weight, c.number desc limit ?;

-- executions.stats
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", null as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", e.model as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", substr(e.prompt_reference, 1, instr(e.prompt_reference || '@', '@') - 1) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", substr(e.created_at, 1, 10) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by key desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", coalesce(p.name, e.project_id) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", e.status as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", (select o.session_id from orchestration_executions o where o.execution_id = e.id) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";

-- executions.prunable
select count(*) as "count" from "executions" as "e" where "e"."created_at" < ? and "e"."status" in (?, ?) and not exists (select 1 from orchestration_executions l where l.execution_id = e.id);
select count(*) as "count" from "executions" as "e" where "e"."created_at" < ? and "e"."status" in (?, ?) and not (e.kind = 'pasted' and exists (select 1 from orchestration_executions l where l.execution_id = e.id));

-- executions.prune
select "e"."id" from "executions" as "e" where "e"."created_at" < ? and "e"."status" in (?, ?) and not exists (select 1 from orchestration_executions l where l.execution_id = e.id) limit ?;
delete from "cache_entries" where "execution_id" in (?, ?);
delete from "executions" where "id" in (?, ?);
select "e"."id" from "executions" as "e" where "e"."created_at" < ? and "e"."status" in (?, ?) and not (e.kind = 'pasted' and exists (select 1 from orchestration_executions l where l.execution_id = e.id)) limit ?;

-- executions.redactable
select "id" from "executions" where "id" = ?;
select "id", "answered_by" from "executions" where "id" in (?);
select "e"."id", "l"."session_id", "t"."run_id", "i"."batch_id", "i"."position", "i"."repetition", "o"."optimization_id" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."id" in (?) or "e"."answered_by" in (?)) order by "e"."number";
select "execution_id" from "orchestration_executions" where "session_id" in (?);
select "e"."id", octet_length(e.messages) + octet_length(e.details) + coalesce(octet_length(e.response), 0) + coalesce(octet_length(e.reasoning), 0) as "texts", coalesce((select sum(f.size) from execution_attachments f where f.execution_id = e.id), 0) + coalesce(( select sum(octet_length(u.call) + octet_length(u.text)) from execution_tool_uses u where u.execution_id = e.id ), 0) + coalesce(( select p.size from orchestration_executions l join orchestration_phases p on p.id = l.attempt_id where e.kind = 'pasted' and l.execution_id = e.id ), 0) as "parts" from "executions" as "e" where "e"."id" in (?, ?, ?, ?);
select "id", "messages", "response", "reasoning", "details", "warnings", "problem_message" from "executions" where "id" in (?, ?, ?, ?) order by "number";
update "executions" set "messages" = "new_messages", "excerpt" = "new_excerpt", "response" = "new_response", "reasoning" = "new_reasoning", "details" = "new_details", "warnings" = "new_warnings", "problem_message" = "new_problem_message" from (select "id" as "new_id", "messages" as "new_messages", "excerpt" as "new_excerpt", "response" as "new_response", "reasoning" as "new_reasoning", "details" as "new_details", "warnings" as "new_warnings", "problem_message" as "new_problem_message" from "executions" where "id" = null union all select ?, ?, ?, ?, ?, ?, ?, ? union all select ?, ?, ?, ?, ?, ?, ?, ?) as given where "id" = "new_id";
select "execution_id", "number", "message" from "execution_attempts" where "execution_id" in (?, ?, ?, ?) and "message" is not null;
select "execution_id", "attempt", "position", "call", "text" from "execution_tool_uses" where "execution_id" in (?, ?, ?, ?);
select "execution_id", "position", "bytes" from "execution_attachments" where "execution_id" in (?, ?, ?, ?);
update "executions" set "redacted_at" = ? where "id" in (?, ?);
select "s"."id", octet_length(s.feature_request) + coalesce((select sum(octet_length(r.text)) from session_requests r where r.session_id = s.id), 0) + coalesce(( select sum(p.size + coalesce(octet_length(p.result), 0)) from orchestration_phases p where p.session_id = s.id ), 0) + coalesce(( select sum(octet_length(e.after) + coalesce(octet_length(e.before), 0)) from session_events e where e.session_id = s.id ), 0) as "bytes" from "orchestration_sessions" as "s" where "s"."id" in (?);
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" in (?) order by "session_id", "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in (?) order by "a"."session_id", "a"."position", "u"."position";
select "id", "answer", "prompt", "result", "problem_message", "checksum", "size" from "orchestration_phases" where "id" in (?, ?) order by "session_id", "position";
update "orchestration_phases" set "answer" = "new_answer", "prompt" = "new_prompt", "result" = "new_result", "problem_message" = "new_problem_message", "checksum" = "new_checksum", "size" = "new_size" from (select "id" as "new_id", "answer" as "new_answer", "prompt" as "new_prompt", "result" as "new_result", "problem_message" as "new_problem_message", "checksum" as "new_checksum", "size" as "new_size" from "orchestration_phases" where "id" = null union all select ?, ?, ?, ?, ?, ?, ?) as given where "id" = "new_id";
select "id", "title", "feature_request", "complexity", "time_estimate", "state" from "orchestration_sessions" where "id" in (?);
select "session_id", "number", "text" from "session_requests" where "session_id" in (?);
select "session_id", "number", "before", "after" from "session_events" where "session_id" in (?);
select "session_id", "phase", "number", "note" from "phase_ratings" where "session_id" in (?) and "note" is not null;
select "id", "settings", "problem_message" from "runs" where "kind" = ? and "subject" in (?);
select "run_id", "position", "output", "result", "problem_message", "gate_comment" from "run_steps" where "run_id" in (?, ?);
update "executions" set "redacted_at" = ? where "kind" = ? and "id" in (select "execution_id" from "orchestration_executions" where "attempt_id" in (?)) returning "id";
delete from "cache_entries" where "execution_id" in (?, ?, ?, ?);
select "number" from "executions" where "id" in (?, ?, ?, ?) and "status" != ?;
select "e"."number", octet_length(e.messages) + coalesce(octet_length(e.response), octet_length(p.answer), 0) as "bytes" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in (?, ?, ?) order by "e"."number";
select "e"."number", "e"."prompt_reference", "e"."model", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in (?, ?, ?);
insert or replace into "execution_words" (rowid, prompt, model, messages, response) values (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?);
insert into "execution_words" ("execution_words") values ('optimize');
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce( (select project_id from prompts where id = ?), (select project_id from executions where id = ?), (select project_id from orchestration_sessions where id = ?), (select project_id from batches where id = ?), (select project_id from runs where id = ?) ));

-- executions.redact
pragma secure_delete = on;
select "id" from "executions" where "id" = ?;
select "id", "answered_by" from "executions" where "id" in (?);
select "e"."id", "l"."session_id", "t"."run_id", "i"."batch_id", "i"."position", "i"."repetition", "o"."optimization_id" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."id" in (?) or "e"."answered_by" in (?)) order by "e"."number";
select "execution_id" from "orchestration_executions" where "session_id" in (?);
select "e"."id", octet_length(e.messages) + octet_length(e.details) + coalesce(octet_length(e.response), 0) + coalesce(octet_length(e.reasoning), 0) as "texts", coalesce((select sum(f.size) from execution_attachments f where f.execution_id = e.id), 0) + coalesce(( select sum(octet_length(u.call) + octet_length(u.text)) from execution_tool_uses u where u.execution_id = e.id ), 0) + coalesce(( select p.size from orchestration_executions l join orchestration_phases p on p.id = l.attempt_id where e.kind = 'pasted' and l.execution_id = e.id ), 0) as "parts" from "executions" as "e" where "e"."id" in (?, ?, ?, ?);
select "id", "messages", "response", "reasoning", "details", "warnings", "problem_message" from "executions" where "id" in (?, ?, ?, ?) order by "number";
update "executions" set "messages" = "new_messages", "excerpt" = "new_excerpt", "response" = "new_response", "reasoning" = "new_reasoning", "details" = "new_details", "warnings" = "new_warnings", "problem_message" = "new_problem_message" from (select "id" as "new_id", "messages" as "new_messages", "excerpt" as "new_excerpt", "response" as "new_response", "reasoning" as "new_reasoning", "details" as "new_details", "warnings" as "new_warnings", "problem_message" as "new_problem_message" from "executions" where "id" = null union all select ?, ?, ?, ?, ?, ?, ?, ? union all select ?, ?, ?, ?, ?, ?, ?, ?) as given where "id" = "new_id";
select "execution_id", "number", "message" from "execution_attempts" where "execution_id" in (?, ?, ?, ?) and "message" is not null;
select "execution_id", "attempt", "position", "call", "text" from "execution_tool_uses" where "execution_id" in (?, ?, ?, ?);
select "execution_id", "position", "bytes" from "execution_attachments" where "execution_id" in (?, ?, ?, ?);
update "executions" set "redacted_at" = ? where "id" in (?, ?);
select "s"."id", octet_length(s.feature_request) + coalesce((select sum(octet_length(r.text)) from session_requests r where r.session_id = s.id), 0) + coalesce(( select sum(p.size + coalesce(octet_length(p.result), 0)) from orchestration_phases p where p.session_id = s.id ), 0) + coalesce(( select sum(octet_length(e.after) + coalesce(octet_length(e.before), 0)) from session_events e where e.session_id = s.id ), 0) as "bytes" from "orchestration_sessions" as "s" where "s"."id" in (?);
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" in (?) order by "session_id", "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in (?) order by "a"."session_id", "a"."position", "u"."position";
select "id", "answer", "prompt", "result", "problem_message", "checksum", "size" from "orchestration_phases" where "id" in (?, ?) order by "session_id", "position";
update "orchestration_phases" set "answer" = "new_answer", "prompt" = "new_prompt", "result" = "new_result", "problem_message" = "new_problem_message", "checksum" = "new_checksum", "size" = "new_size" from (select "id" as "new_id", "answer" as "new_answer", "prompt" as "new_prompt", "result" as "new_result", "problem_message" as "new_problem_message", "checksum" as "new_checksum", "size" as "new_size" from "orchestration_phases" where "id" = null union all select ?, ?, ?, ?, ?, ?, ?) as given where "id" = "new_id";
select "id", "title", "feature_request", "complexity", "time_estimate", "state" from "orchestration_sessions" where "id" in (?);
select "session_id", "number", "text" from "session_requests" where "session_id" in (?);
select "session_id", "number", "before", "after" from "session_events" where "session_id" in (?);
select "session_id", "phase", "number", "note" from "phase_ratings" where "session_id" in (?) and "note" is not null;
select "id", "settings", "problem_message" from "runs" where "kind" = ? and "subject" in (?);
select "run_id", "position", "output", "result", "problem_message", "gate_comment" from "run_steps" where "run_id" in (?, ?);
update "executions" set "redacted_at" = ? where "kind" = ? and "id" in (select "execution_id" from "orchestration_executions" where "attempt_id" in (?)) returning "id";
delete from "cache_entries" where "execution_id" in (?, ?, ?, ?);
select "number" from "executions" where "id" in (?, ?, ?, ?) and "status" != ?;
select "e"."number", octet_length(e.messages) + coalesce(octet_length(e.response), octet_length(p.answer), 0) as "bytes" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in (?, ?, ?) order by "e"."number";
select "e"."number", "e"."prompt_reference", "e"."model", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in (?, ?, ?);
insert or replace into "execution_words" (rowid, prompt, model, messages, response) values (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?);
insert into "execution_words" ("execution_words") values ('optimize');
select number, hash from audit_marks where number between ? and ? order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce( (select project_id from prompts where id = ?), (select project_id from executions where id = ?), (select project_id from orchestration_sessions where id = ?), (select project_id from batches where id = ?), (select project_id from runs where id = ?) ));
vacuum;
pragma wal_checkpoint(truncate);
