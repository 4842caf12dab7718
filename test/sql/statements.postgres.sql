-- sessions.withIdPrefix
select "s".*, "p"."name" as "project_name", "p"."root" as "project_root" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."id" >= $1 and "s"."id" < $2 order by "s"."id" limit $3;

-- sessions.titled
select "s".*, "p"."name" as "project_name", "p"."root" as "project_root" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."title" = $1 and "s"."deleted_at" is null limit $2;

-- sessions.beginningWith
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."id" >= $1 and "s"."id" < $2 order by "s"."updated_at" desc limit $3;
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" not in ($1) and "s"."id" >= $2 and "s"."id" < $3 order by "s"."updated_at" desc limit $4;

-- sessions.recentNames
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null order by "s"."updated_at" desc limit $1;
select "s"."id", "s"."title" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" not in ($1) order by "s"."updated_at" desc limit $2;

-- sessions.list
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null order by "s"."created_at" desc, "s"."id" desc limit $1;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and ("s"."created_at", "s"."id") < ($1, $2) order by "s"."created_at" desc, "s"."id" desc limit $3;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null order by "s"."updated_at" desc, "s"."id" desc limit $1;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and ("s"."updated_at", "s"."id") < ($1, $2) order by "s"."updated_at" desc, "s"."id" desc limit $3;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null order by "s"."title" asc, "s"."id" asc limit $1;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and ("s"."title", "s"."id") > ($1, $2) order by "s"."title" asc, "s"."id" asc limit $3;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."project_id" = $1 order by "s"."updated_at" desc, "s"."id" desc limit $2;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."status" = $1 order by "s"."updated_at" desc, "s"."id" desc limit $2;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."feature_type" = $1 order by "s"."updated_at" desc, "s"."id" desc limit $2;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."project_id" not in ($1) order by "s"."updated_at" desc, "s"."id" desc limit $2;
select "s"."id", "s"."title", "s"."status", "s"."step", "s"."project_id", "p"."name" as "project_name", "s"."feature_type", "s"."complexity", "s"."time_estimate", "s"."created_by", "s"."created_at", "s"."updated_at", ( select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1 ) as "moved_by" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."deleted_at" is null and "s"."project_id" not in ($1) and "s"."project_id" = $2 and "s"."status" = $3 and "s"."feature_type" = $4 and "s"."created_at" >= $5 and ("s"."updated_at", "s"."id") < ($6, $7) order by "s"."updated_at" desc, "s"."id" desc limit $8;

-- sessions.counts
select (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = $1 limit $2) as counted) as "planning", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = $3 limit $4) as counted) as "analysis", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = $5 limit $6) as counted) as "implementation", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = $7 limit $8) as counted) as "completed", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."status" = $9 limit $10) as counted) as "cancelled";
select (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" = $1 and "s"."status" = $2 limit $3) as counted) as "planning", 0 as "analysis", 0 as "implementation", 0 as "completed", 0 as "cancelled";

-- sessions.countsOfProjects
select "p"."id", (select count(*) from (select "s"."id" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and s.project_id = p.id limit $1) as counted) as "count" from "projects" as "p" where "p"."id" in ($2);

-- sessions.countOfProject
select count(*) as "count" from "orchestration_sessions" as "s" where "s"."deleted_at" is null and "s"."project_id" = $1;

-- sessions.purgeDeletedBefore
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
delete from "orchestration_sessions" where "deleted_at" < $1 returning "id";

-- journal.requests
select "number", "replaces", "text", "at", "actor" from "session_requests" where "session_id" = $1 order by "number";

-- journal.lastMove
select "actor", "at" from "session_events" where "session_id" = $1 order by "number" desc limit $2;

-- journal.history
select * from "session_events" where "session_id" = $1 order by "number";
select * from "session_events" where "session_id" = $1 and "number" > $2 order by "number" limit $3;

-- journal.attempts
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" = $1 order by "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in ($1) order by "a"."session_id", "a"."position", "u"."position";
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" = $1 and "position" > $2 order by "position" limit $3;

-- journal.prompt
select "session_id", "prompt", "template", "template_layer", "template_checksum", "template_note" from "orchestration_phases" where "id" = $1;
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in ($1) order by "a"."session_id", "a"."position", "u"."position";

-- journal.answer
select "answer" from "orchestration_phases" where "id" = $1;

-- journal.result
select "result" from "orchestration_phases" where "id" = $1;

-- journal.create
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
insert into "orchestration_sessions" ("id", "project_id", "title", "feature_type", "status", "step", "complexity", "time_estimate", "version", "created_by", "created_at", "updated_at", "completed_at", "deleted_at", "state", "feature_request", "templates") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
insert into "session_requests" ("session_id", "number", "replaces", "text", "at", "actor") values ($1, $2, $3, $4, $5, $6);
select max("position") as "position", max("attempt") filter(where "step" = $1) as "attempt" from "orchestration_phases" where "session_id" = $2;
insert into "orchestration_phases" ("id", "session_id", "step", "part", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at", "prompt", "answer", "position", "attempt", "problem_code", "problem_message", "result") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24);
select max("number") as "last" from "session_events" where "session_id" = $1;
insert into "session_events" ("session_id", "number", "at", "actor", "kind", "step", "attempt", "undoes", "before", "after") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- journal.receive
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select max("position") as "position", max("attempt") filter(where "step" = $1) as "attempt" from "orchestration_phases" where "session_id" = $2;
insert into "orchestration_phases" ("id", "session_id", "step", "part", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at", "prompt", "answer", "position", "attempt", "problem_code", "problem_message", "result") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24);
select "id", "project_id" from "orchestration_sessions" where "id" in ($1);
insert into executions (id, kind, status, project_id, actor, created_at, finished_at, parameters, tools, details, warnings, messages) values ($1, 'pasted', 'succeeded', $2, $3, $4, $5, '{}', '[]', '{}', '[]', '[]') returning number;
insert into orchestration_executions (execution_id, session_id, step, part, attempt_id) values ($1, $2, $3, $4, $5);
insert into execution_words_due values ($1);

-- journal.commit
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "orchestration_sessions" set "id" = $1, "project_id" = $2, "title" = $3, "feature_type" = $4, "status" = $5, "step" = $6, "complexity" = $7, "time_estimate" = $8, "version" = $9, "created_by" = $10, "created_at" = $11, "updated_at" = $12, "completed_at" = $13, "deleted_at" = $14, "state" = $15, "feature_request" = $16, "templates" = $17 where "id" = $18 and "version" = $19;
insert into "session_requests" ("session_id", "number", "replaces", "text", "at", "actor") values ($1, $2, $3, $4, $5, $6);
update "orchestration_phases" set "outcome" = $1, "result" = $2, "problem_code" = $3, "problem_message" = $4, "finished_at" = $5 where "id" = $6;
select max("number") as "last" from "session_events" where "session_id" = $1;
insert into "session_events" ("session_id", "number", "at", "actor", "kind", "step", "attempt", "undoes", "before", "after") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- records.whole
select "s"."id", octet_length(s.feature_request) + coalesce((select sum(octet_length(r.text)) from session_requests r where r.session_id = s.id), 0) + coalesce(( select sum(p.size + coalesce(octet_length(p.result), 0)) from orchestration_phases p where p.session_id = s.id ), 0) + coalesce(( select sum(octet_length(e.after) + coalesce(octet_length(e.before), 0)) from session_events e where e.session_id = s.id ), 0) as "bytes" from "orchestration_sessions" as "s" where "s"."id" in ($1);
select "s".*, "p"."name" as "project_name", "p"."root" as "project_root" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" where "s"."id" in ($1);
select * from "session_requests" where "session_id" in ($1) order by "session_id", "number";
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" in ($1) order by "session_id", "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in ($1) order by "a"."session_id", "a"."position", "u"."position";
select "id", "prompt", "answer", "result" from "orchestration_phases" where "id" in ($1, $2, $3);
select * from "session_events" where "session_id" in ($1) order by "session_id", "number";

-- records.withTexts
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" = $1 order by "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in ($1) order by "a"."session_id", "a"."position", "u"."position";
select "id", "prompt", "answer", "result" from "orchestration_phases" where "id" in ($1, $2, $3);

-- records.outlines
select "s"."id", "s"."project_id", "p"."name" as "project_name", "p"."root" as "project_root", "r"."text" as "request" from "orchestration_sessions" as "s" left join "projects" as "p" on "p"."id" = "s"."project_id" left join "session_requests" as "r" on "r"."session_id" = "s"."id" and "r"."number" = $1 where "s"."id" in ($2);
select "session_id", "id" from "orchestration_phases" where "session_id" in ($1) order by "session_id", "position";
select "session_id", "number", "kind", "step", "attempt", "actor", "undoes" from "session_events" where "session_id" in ($1) order by "session_id", "number";

-- records.putAll
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
delete from "executions" where "kind" = $1 and "id" in (select "execution_id" from "orchestration_executions" where "session_id" in ($2));
delete from "orchestration_sessions" where "id" in ($1);
insert into "orchestration_sessions" ("id", "project_id", "title", "feature_type", "status", "step", "complexity", "time_estimate", "version", "created_by", "created_at", "updated_at", "completed_at", "deleted_at", "state", "feature_request", "templates") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
insert into "session_requests" ("number", "replaces", "text", "actor", "session_id", "at") values ($1, $2, $3, $4, $5, $6);
insert into "orchestration_phases" ("id", "session_id", "position", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at", "prompt", "result", "answer") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24), ($25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48);
select "id", "project_id" from "orchestration_sessions" where "id" in ($1);
insert into executions (id, kind, status, project_id, actor, created_at, finished_at, parameters, tools, details, warnings, messages) values ($1, 'pasted', 'succeeded', $2, $3, $4, $5, '{}', '[]', '{}', '[]', '[]') returning number;
insert into orchestration_executions (execution_id, session_id, step, part, attempt_id) values ($1, $2, $3, $4, $5);
insert into execution_words_due values ($1);
insert into "session_events" ("session_id", "number", "at", "actor", "kind", "step", "attempt", "undoes", "before", "after") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ($11, $12, $13, $14, $15, $16, $17, $18, $19, $20);

-- projects.list
select * from "projects" order by "name";
select * from "projects" where "projects"."id" not in ($1) and "archived_at" is null and "name" >= $2 and "name" < $3 and "name" > $4 order by "name" limit $5;

-- projects.namesOf
select "id", "name" from "projects" where "id" in ($1);

-- projects.withIds
select * from "projects" where "id" in ($1);

-- projects.withNames
select * from "projects" where "name" in ($1);

-- projects.named
select * from "projects" where "name" = $1;

-- projects.withRoot
select * from "projects" where "root" = $1;

-- projects.withRootAmong
select * from "projects" where "root" in ($1, $2, $3) and "archived_at" is null;

-- projects.withIdPrefix
select * from "projects" where "id" >= $1 and "id" < $2 limit $3;

-- projects.insert
insert into "projects" ("id", "name", "root", "description", "created_at", "updated_at", "archived_at") values ($1, $2, $3, $4, $5, $6, $7);

-- projects.update
update "projects" set "id" = $1, "name" = $2, "root" = $3, "description" = $4, "created_at" = $5, "updated_at" = $6, "archived_at" = $7 where "id" = $8;

-- projects.delete
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $3, 0));
select "id" from "prompts" where "project_id" = $1 and "deleted_at" is null limit $2;
update "prompts" set "in_force" = $1, "changes" = changes + 1 where "project_id" = $2 and "in_force" = $3;
delete from "projects" where "id" = $1;

-- members.grant
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select * from "project_members" where coalesce(project_id, '') = $1 order by "login";
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
insert into "project_members" ("project_id", "login", "role", "actor", "at") values ($1, $2, $3, $4, $5);
update "project_members" set "role" = $1, "actor" = $2, "at" = $3 where coalesce(project_id, '') = $4 and "login" = $5;

-- members.list
select * from "project_members" where coalesce(project_id, '') = $1 order by "login";

-- members.standingOf
select pg_get_userbyid(relowner) as owner, pg_has_role(relowner, 'usage') as "isOwn" from pg_class where relnamespace = to_regnamespace(current_setting('search_path')) and relname = 'schema_migrations';

-- members.revoke
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select * from "project_members" where coalesce(project_id, '') = $1 order by "login";
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
delete from "project_members" where coalesce(project_id, '') = $1 and "login" = $2;

-- members.revokeAll
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select * from "project_members" where coalesce(project_id, '') = $1 order by "login";
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
insert into "project_members" ("project_id", "login", "role", "actor", "at") values ($1, $2, $3, $4, $5);
select "project_id" from "project_members" where "login" = $1;
delete from "project_members" where coalesce(project_id, '') = $1 and "login" = $2;

-- protectedLabels.protect
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
insert into "protected_labels" ("label") values ($1) on conflict do nothing returning "label";
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null);

-- protectedLabels.list
select "label" from "protected_labels";

-- protectedLabels.release
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
delete from "protected_labels" where "label" = $1 returning "label";
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null);

-- activeChoices.choose
insert into "active_choices" ("login", "place", "kind", "chosen", "at") values (session_user::text, $1, $2, $3, $4) on conflict ("login", "place", "kind") do update set "chosen" = $5, "at" = $6;

-- activeChoices.nearest
select "login", "place", "chosen" from "active_choices" where "login" in ($1, session_user::text) and "place" in ($2, $3) and "kind" = $4;

-- activeChoices.forget
delete from "active_choices" where "chosen" = $1;

-- prompts.named
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = $1 and coalesce(p.project_id, '') in ($2, $3) and "p"."deleted_at" is null order by p.project_id is null;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = $1 and coalesce(p.project_id, '') in ($2) and "p"."deleted_at" is null order by p.project_id is null;

-- prompts.namedAnywhere
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = $1 and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";

-- prompts.deletedNamed
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = $1 and "p"."deleted_at" is not null order by "p"."deleted_at" desc;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";

-- prompts.withIdPrefix
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."id" >= $1 and "p"."id" < $2 limit $3;
select * from "prompt_tags" where "prompt_id" in ($1, $2) order by "prompt_id", "tag";

-- prompts.withIds
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."id" in ($1, $2);
select * from "prompt_tags" where "prompt_id" in ($1, $2) order by "prompt_id", "tag";

-- prompts.inForce
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."kind" = $1 and coalesce(p.project_id, '') = $2 and coalesce(p.feature_type, '') = $3 and "p"."in_force" = $4 and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";

-- prompts.list
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null order by "p"."name" asc, "p"."id" asc limit $1;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null and ("p"."name", "p"."id") > ($1, $2) order by "p"."name" asc, "p"."id" asc limit $3;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null order by "p"."created_at" desc, "p"."id" desc limit $1;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null and ("p"."created_at", "p"."id") < ($1, $2) order by "p"."created_at" desc, "p"."id" desc limit $3;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null order by "p"."updated_at" desc, "p"."id" desc limit $1;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."deleted_at" is null and ("p"."updated_at", "p"."id") < ($1, $2) order by "p"."updated_at" desc, "p"."id" desc limit $3;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($1, $2)) order by "p"."name" asc, "p"."id" asc limit $3;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($1)) order by "p"."name" asc, "p"."id" asc limit $2;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and "p"."id" in (select "prompt_id" from "prompt_tags" where "tag" = $1)) order by "p"."name" asc, "p"."id" asc limit $2;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and "p"."id" in (select "prompt_id" from "prompt_labels" where "label" = $1)) order by "p"."name" asc, "p"."id" asc limit $2;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is null and "p"."project_id" not in ($1)) order by "p"."name" asc, "p"."id" asc limit $2;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where ("p"."deleted_at" is not null and coalesce(p.project_id, '') in ($1, $2) and "p"."project_id" not in ($3) and "p"."category" = $4 and "p"."kind" = $5 and "p"."feature_type" = $6 and "p"."is_template" = $7 and "p"."name" >= $8 and "p"."name" < $9 and "p"."id" in (select "prompt_id" from "prompt_tags" where "tag" = $10) and "p"."id" in (select "prompt_id" from "prompt_labels" where "label" = $11)) and ("p"."name", "p"."id") > ($12, $13) order by "p"."name" asc, "p"."id" asc limit $14;

-- prompts.count
select (select count(*) from (select "p"."id" from "prompts" as "p" where "p"."deleted_at" is null limit $1) as counted) as "count";
select (select count(*) from (select "p"."id" from "prompts" as "p" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($1, $2) and "p"."project_id" not in ($3) and "p"."id" in (select "prompt_id" from "prompt_tags" where "tag" = $4)) limit $5) as counted) as "count";

-- prompts.recentNames
select "p"."name" from "prompts" as "p" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($1, $2)) order by "p"."updated_at" desc, "p"."id" desc limit $3;

-- prompts.countOfProject
select count(*) as "count" from "prompts" as "p" where "p"."deleted_at" is null and "p"."project_id" = $1;

-- prompts.ownNamed
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" in ($1) and coalesce(p.project_id, '') = $2 and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";

-- prompts.deletedAmong
select "p"."name" from "prompts" as "p" where "p"."name" in ($1) and coalesce(p.project_id, '') = $2 and "p"."deleted_at" is not null;

-- prompts.ownNames
select "p"."name" from "prompts" as "p" where "p"."name" in ($1, $2) and coalesce(p.project_id, '') = $3 and "p"."deleted_at" is null;

-- prompts.ofProject
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."project_id" = $1 and "p"."deleted_at" is null order by "p"."name";
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";

-- prompts.ownPage
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where coalesce(p.project_id, '') = $1 and "p"."deleted_at" is null order by "p"."name" limit $2;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where coalesce(p.project_id, '') = $1 and "p"."deleted_at" is null and "p"."category" = $2 and "p"."name" > $3 order by "p"."name" limit $4;

-- prompts.newestOfProject
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."project_id" = $1 and "p"."deleted_at" is null order by "p"."updated_at" desc, "p"."id" desc limit $2;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";

-- prompts.tagCounts
select "t"."tag", count(*) as "count" from "prompts" as "p" inner join "prompt_tags" as "t" on "t"."prompt_id" = "p"."id" where ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($1, $2)) group by "t"."tag" order by "t"."tag";

-- promptVersions.versions
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at" from "prompt_versions" where "prompt_id" = $1 order by "number" desc;
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at" from "prompt_versions" where "prompt_id" = $1 and "number" < $2 order by "number" desc limit $3;

-- promptVersions.version
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompt_versions" as "v" where "prompt_id" = $1 and "number" = $2;
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompt_versions" as "v" where "prompt_id" = $1 and "number" = (select version from prompt_labels where prompt_id = $2 and label = $3);

-- promptVersions.newestVersions
select "v".* from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = "p"."latest" where "p"."id" in ($1);

-- promptVersions.labels
select * from "prompt_labels" where "prompt_id" in ($1) order by "prompt_id", "label";

-- promptVersions.labelsOf
select * from "prompt_labels" where "prompt_id" in ($1, $2) order by "prompt_id", "label";

-- promptVersions.labelMoves
select * from "prompt_label_moves" where "prompt_id" = $1 order by "number" desc;

-- promptUses.usesOf
select "p"."id", "p"."name", "p"."project_id", "projects"."name" as "project_name", "v"."number", "r"."version" as "asked" from "prompt_references" as "r" inner join "prompt_versions" as "v" on "v"."id" = "r"."version_id" inner join "prompts" as "p" on "p"."id" = "v"."prompt_id" left join "projects" on "projects"."id" = "p"."project_id" where "r"."name" = $1 and "p"."deleted_at" is null and ("v"."number" = "p"."latest" or exists (select "l"."label" from "prompt_labels" as "l" where "l"."prompt_id" = "p"."id" and "l"."version" = "v"."number")) order by "p"."name", "v"."number" desc limit $2;

-- promptUses.sessionsThatUsed
select count(distinct a.session_id) as "count" from "prompt_versions" as "v" inner join "phase_prompt_versions" as "u" on "u"."version_id" = "v"."id" inner join "orchestration_phases" as "a" on "a"."id" = "u"."attempt_id" where "v"."prompt_id" = $1;

-- promptSearch.search
select "p"."id" from "prompts" as "p" where "p"."name" = $1 and "p"."deleted_at" is null order by p.project_id is null, "p"."id" limit $2;
with found as materialized ( select coalesce(array_agg(f.number), '{}') as numbers, array_agg(f.place) as places from "find_prompt_words"($1::tsquery, $2) as f ) select case when cardinality(found.numbers) <= $3 then found.numbers::text end as numbers, case when cardinality(found.numbers) <= $4 then found.places::text end as places from found;
select p.id from ( select w.rowid as number, -ts_rank(array[0.05, 0.2, 0.4, 1]::real[], "w"."words", $1::tsquery) as weight from prompt_words as w where ("w"."ctid" = any($2::tid[]) and "w"."rowid" + 0 = any($3::bigint[])) and ( select 1 from prompts as p where p.id = (select n.prompt_id from prompt_search_entries as n where n.number = "w"."rowid") and "p"."deleted_at" is null ) is not null order by w.rowid desc limit $4 ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit $5;
with found as materialized ( select coalesce(array_agg(f.number), '{}') as numbers, array_agg(f.place) as places from "find_prompt_names"($1::integer[], array[$2]::text[], $3) as f ) select case when cardinality(found.numbers) <= $4 then found.numbers::text end as numbers, case when cardinality(found.numbers) <= $5 then found.places::text end as places from found;
select p.id from ( select e.number, 0 as weight from prompt_search_entries as e where e.number in (select rowid from "prompt_parts" as i where ("i"."ctid" = any($1::tid[]) and "i"."rowid" + 0 = any($2::bigint[]))) and ( select 1 from prompts as p where p.id = e.prompt_id and "p"."deleted_at" is null ) is not null order by e.number desc limit $3 ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit $4;
with found as materialized ( select coalesce(array_agg(f.number), '{}') as numbers, array_agg(f.place) as places from "find_prompt_parts"($1::integer[], array[$2]::text[], $3) as f ) select case when cardinality(found.numbers) <= $4 then found.numbers::text end as numbers, case when cardinality(found.numbers) <= $5 then found.places::text end as places from found;
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."id" in ($1);
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";
select "p"."id", "v"."messages" from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = "p"."latest" where "p"."id" in ($1);
select "p"."id" from "prompts" as "p" where "p"."name" = $1 and ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($2, $3) and "p"."project_id" not in ($4)) order by p.project_id is null, "p"."id" limit $5;
select p.id from ( select w.rowid as number, -ts_rank(array[0.05, 0.2, 0.4, 1]::real[], "w"."words", $1::tsquery) as weight from prompt_words as w where "w"."rowid" = any($2::bigint[]) and ( select 1 from prompts as p where p.id = (select n.prompt_id from prompt_search_entries as n where n.number = "w"."rowid") and ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($3, $4) and "p"."project_id" not in ($5)) ) is not null order by w.rowid desc limit $6 ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit $7;
with found as materialized ( select coalesce(array_agg(f.number), '{}') as numbers, array_agg(f.place) as places from "find_prompt_names"($1::integer[], array[$2, $3]::text[], $4) as f ) select case when cardinality(found.numbers) <= $5 then found.numbers::text end as numbers, case when cardinality(found.numbers) <= $6 then found.places::text end as places from found;
select p.id from ( select e.number, 0 as weight from prompt_search_entries as e where e.number in (select rowid from "prompt_parts" as i where "i"."rowid" = any($1::bigint[])) and (strpos("e"."labels", $2) > 0 or e.number in (select rowid from "prompt_words" as i where "i"."rowid" = any($3::bigint[]))) and not e.number in (select rowid from "prompt_words" as i where "i"."rowid" = any($4::bigint[])) and ( select 1 from prompts as p where p.id = e.prompt_id and ("p"."deleted_at" is null and coalesce(p.project_id, '') in ($5, $6) and "p"."project_id" not in ($7)) ) is not null order by e.number desc limit $8 ) as c cross join prompt_search_entries as e cross join prompts as p where e.number = c.number and p.id = e.prompt_id order by c.weight, p.name, p.project_id is null, p.id limit $9;
with found as materialized ( select coalesce(array_agg(f.number), '{}') as numbers, array_agg(f.place) as places from "find_prompt_parts"($1::integer[], array[$2, $3]::text[], $4) as f ) select case when cardinality(found.numbers) <= $5 then found.numbers::text end as numbers, case when cardinality(found.numbers) <= $6 then found.places::text end as places from found;

-- templates.layers
select "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings", "p"."name", "p"."project_id", "p"."feature_type", "l"."version" as "labelled" from "prompts" as "p" left join "prompt_labels" as "l" on "l"."prompt_id" = "p"."id" and "l"."label" = $1 inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce("l"."version", "p"."latest") where "p"."kind" = $2 and coalesce(p.project_id, '') in ($3, $4) and coalesce(p.feature_type, '') in ($5, $6) and "p"."in_force" = $7 and "p"."deleted_at" is null;
select "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings", "p"."name", "p"."project_id", "p"."feature_type", "l"."version" as "labelled" from "prompts" as "p" left join "prompt_labels" as "l" on "l"."prompt_id" = "p"."id" and "l"."label" = $1 inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce("l"."version", "p"."latest") where "p"."kind" = $2 and coalesce(p.project_id, '') in ($3) and coalesce(p.feature_type, '') in ($4) and "p"."in_force" = $5 and "p"."deleted_at" is null;

-- templates.versionsOfKind
select "v".*, "p"."name", "p"."project_id", "p"."feature_type" from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" where "p"."kind" = $1 and "p"."category" = $2 and coalesce(p.project_id, '') in ($3, $4) and "p"."deleted_at" is null order by "v"."created_at" desc;

-- templates.unlinked
select "id", "session_id", "step" from "orchestration_phases" where "template_layer" is null and "outcome" = $1 order by "id" limit $2;
select "id", "session_id", "step" from "orchestration_phases" where "template_layer" is null and "outcome" = $1 and "session_id" = $2 and "id" > $3 order by "id" limit $4;

-- templates.referred
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = p.latest where "p"."name" = $1 and coalesce(p.project_id, '') in ($2, $3) and p.deleted_at is null order by p.project_id is null limit $4;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce((select max(number) from prompt_versions where prompt_id = p.id and created_at <= $1), p.latest) where "p"."name" = $2 and coalesce(p.project_id, '') in ($3, $4) and (p.deleted_at is null or p.deleted_at > $5) order by p.created_at > $6, p.project_id is null limit $7;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = $1 where "p"."name" = $2 and coalesce(p.project_id, '') in ($3, $4) and p.deleted_at is null order by p.project_id is null limit $5;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = $1 where "p"."name" = $2 and coalesce(p.project_id, '') in ($3, $4) and (p.deleted_at is null or p.deleted_at > $5) order by p.created_at > $6, p.project_id is null limit $7;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = (select version from prompt_labels where prompt_id = p.id and label = $1) where "p"."name" = $2 and coalesce(p.project_id, '') in ($3, $4) and p.deleted_at is null order by p.project_id is null limit $5;
select "p"."name" as "prompt_name", "p"."project_id" as "prompt_project", "p"."kind" as "prompt_kind", "v"."id", "v"."prompt_id", "v"."number", "v"."checksum", "v"."size", "v"."author", "v"."note", "v"."created_at", "v"."messages" as "messages", "v"."variables" as "variables", "v"."settings" as "settings" from "prompts" as "p" left join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = coalesce(( select to_version from prompt_label_moves where prompt_id = p.id and label = $1 and at <= $2 order by number desc limit 1 ), (select version from prompt_labels where prompt_id = p.id and label = $3)) where "p"."name" = $4 and coalesce(p.project_id, '') in ($5, $6) and (p.deleted_at is null or p.deleted_at > $7) order by p.created_at > $8, p.project_id is null limit $9;

-- templates.link
select "id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", case when v.id in ($1) then null else "v"."messages" end as "messages", case when v.id in ($2) then null else "v"."variables" end as "variables", case when v.id in ($3) then null else "v"."settings" end as "settings" from "prompt_versions" as "v" where "prompt_id" = $4 and "number" = $5;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
update "orchestration_phases" set "template" = $1, "template_layer" = $2, "template_checksum" = $3, "template_note" = $4 where "id" = $5 and "template_layer" is null;
insert into "phase_prompt_versions" ("attempt_id", "version_id", "position") values ($1, $2, $3);

-- promptJournal.create
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "id", "name" from "prompts" where "id" <> $1 and "deleted_at" is null and coalesce(project_id, '') = $2 and "name" = $3;
insert into "prompts" ("id", "project_id", "name", "description", "category", "kind", "feature_type", "is_template", "in_force", "latest", "changes", "created_by", "created_at", "updated_at", "deleted_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
insert into "prompt_tags" ("prompt_id", "tag") values ($1, $2), ($3, $4);
insert into "prompt_versions" ("id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "variables", "settings", "messages") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
insert into prompt_search_entries (prompt_id, labels) values ($1, $2) on conflict (prompt_id) do update set labels = excluded.labels returning number;
insert into "prompt_words" (rowid, words) values ($1, $2::tsvector) on conflict (rowid) do update set words = excluded.words;
insert into "prompt_parts" (rowid, parts, name, tags, description, content) values ($1, $2::integer[], $3, $4, $5, $6) on conflict (rowid) do update set parts = excluded.parts, name = excluded.name, tags = excluded.tags, description = excluded.description, content = excluded.content;

-- promptJournal.createAll
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "id", "name" from "prompts" where "id" <> $1 and "deleted_at" is null and coalesce(project_id, '') = $2 and "name" = $3;
insert into "prompts" ("id", "project_id", "name", "description", "category", "kind", "feature_type", "is_template", "in_force", "latest", "changes", "created_by", "created_at", "updated_at", "deleted_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
insert into "prompt_versions" ("id", "prompt_id", "number", "checksum", "size", "author", "note", "created_at", "variables", "settings", "messages") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
insert into prompt_search_entries (prompt_id, labels) values ($1, $2) on conflict (prompt_id) do update set labels = excluded.labels returning number;
insert into "prompt_words" (rowid, words) values ($1, $2::tsvector) on conflict (rowid) do update set words = excluded.words;
insert into "prompt_parts" (rowid, parts, name, tags, description, content) values ($1, $2::integer[], $3, $4, $5, $6) on conflict (rowid) do update set parts = excluded.parts, name = excluded.name, tags = excluded.tags, description = excluded.description, content = excluded.content;

-- promptJournal.commit
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = $1 and coalesce(p.project_id, '') in ($2) and "p"."deleted_at" is null order by p.project_id is null;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "changes", "latest" from "prompts" where "id" = $1;
select "id", "name" from "prompts" where "id" <> $1 and "deleted_at" is null and coalesce(project_id, '') = $2 and "name" = $3;
select "id", "name" from "prompts" where "id" <> $1 and "deleted_at" is null and coalesce(project_id, '') = $2 and "in_force" = $3 and "kind" = $4 and coalesce(feature_type, '') = $5;
update "prompts" set "id" = $1, "project_id" = $2, "name" = $3, "description" = $4, "category" = $5, "kind" = $6, "feature_type" = $7, "is_template" = $8, "in_force" = $9, "latest" = $10, "changes" = $11, "created_by" = $12, "created_at" = $13, "updated_at" = $14, "deleted_at" = $15 where "id" = $16;
delete from "prompt_tags" where "prompt_id" = $1;
insert into "prompt_tags" ("prompt_id", "tag") values ($1, $2), ($3, $4);
select max("number") as "number" from "prompt_label_moves" where "prompt_id" = $1;
insert into "prompt_label_moves" ("prompt_id", "number", "label", "from_version", "to_version", "at", "actor", "note", "forced") values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into "prompt_labels" ("prompt_id", "label", "version", "at", "actor") values ($1, $2, $3, $4, $5) on conflict ("prompt_id", "label") do update set "version" = $6, "at" = $7, "actor" = $8;
delete from "prompt_labels" where "prompt_id" = $1 and "label" = $2;
select "p"."id", "v"."messages" from "prompts" as "p" inner join "prompt_versions" as "v" on "v"."prompt_id" = "p"."id" and "v"."number" = "p"."latest" where "p"."id" in ($1);
insert into prompt_search_entries (prompt_id, labels) values ($1, $2) on conflict (prompt_id) do update set labels = excluded.labels returning number;
insert into "prompt_words" (rowid, words) values ($1, $2::tsvector) on conflict (rowid) do update set words = excluded.words;
insert into "prompt_parts" (rowid, parts, name, tags, description, content) values ($1, $2::integer[], $3, $4, $5, $6) on conflict (rowid) do update set parts = excluded.parts, name = excluded.name, tags = excluded.tags, description = excluded.description, content = excluded.content;

-- promptJournal.commitAll
select "p".*, "projects"."name" as "project_name" from "prompts" as "p" left join "projects" on "projects"."id" = "p"."project_id" where "p"."name" = $1 and "p"."deleted_at" is null;
select * from "prompt_tags" where "prompt_id" in ($1) order by "prompt_id", "tag";
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "changes", "latest" from "prompts" where "id" = $1;
update "prompts" set "id" = $1, "project_id" = $2, "name" = $3, "description" = $4, "category" = $5, "kind" = $6, "feature_type" = $7, "is_template" = $8, "in_force" = $9, "latest" = $10, "changes" = $11, "created_by" = $12, "created_at" = $13, "updated_at" = $14, "deleted_at" = $15 where "id" = $16;
delete from "prompt_tags" where "prompt_id" = $1;
delete from "prompt_search_entries" where "prompt_id" = $1;

-- audit.append
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null);

-- audit.list
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= $1 and "number" >= $2 order by "number" desc limit $3;
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= $1 and "subject_kind" = $2 and "number" >= $3 order by "number" desc limit $4;
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= $1 and "audit_log"."project_id" not in ($2) and "actor" = $3 and "at" >= $4 and ("subject" = $5 or "subject_id" = $6) and "number" >= (select min(number + 0) from audit_log where at >= $7 and number >= $8) order by "number" desc limit $9;

-- audit.all
select "number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", cast(forced as text) as "forced", "previous_hash", "hash" from "audit_log" where "number" <= $1 and "number" > $2 order by "number" limit $3;

-- audit.countStrays
select count(*) as "count" from "audit_log" where ("number" < $1 or "number" > $2);

-- executionJournal.begin
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $2, 0));
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning "number";
insert into "orchestration_executions" ("execution_id", "session_id", "step", "part", "attempt_id") values ($1, $2, $3, $4, $5) on conflict ("execution_id") do update set "session_id" = "excluded"."session_id", "step" = "excluded"."step", "part" = "excluded"."part", "attempt_id" = "excluded"."attempt_id";
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values ($1, $2, $3, $4, $5, $6, $7);
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $3, 0));
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = $1;
select "spent", "reserved" from "batches" where "id" = $1;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= $1;
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);
with begun (batch_id, position, execution_id) as (values ($1, cast($2 as integer), $3)) insert into batch_executions (batch_id, position, number, execution_id, ambiguous) select batch_id, position, coalesce(( select max(b.number) from batch_executions b where b.batch_id = begun.batch_id and b.position = begun.position ), 0) + 1, execution_id, 0 from begun;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));

-- executionJournal.next
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "execution_attempts" set "status" = "new_status", "finished_at" = "new_finished_at", "input_tokens" = "new_input_tokens", "cached_input_tokens" = "new_cached_input_tokens", "cache_write_tokens" = "new_cache_write_tokens", "output_tokens" = "new_output_tokens", "reasoning_tokens" = "new_reasoning_tokens", "cost" = "new_cost", "request_id" = "new_request_id", "fault" = "new_fault", "http_status" = "new_http_status", "message" = "new_message" from (select "execution_id" as "new_execution_id", "number" as "new_number", "status" as "new_status", "finished_at" as "new_finished_at", "input_tokens" as "new_input_tokens", "cached_input_tokens" as "new_cached_input_tokens", "cache_write_tokens" as "new_cache_write_tokens", "output_tokens" as "new_output_tokens", "reasoning_tokens" as "new_reasoning_tokens", "cost" as "new_cost", "request_id" as "new_request_id", "fault" as "new_fault", "http_status" as "new_http_status", "message" as "new_message" from "execution_attempts" where "execution_id" = null and "number" = null union all select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as given where "execution_id" = "new_execution_id" and "number" = "new_number" and status = 'running' returning "execution_id", "reserved";
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = $1;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= $1;
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values ($1, $2, $3, $4, $5, $6, $7);

-- executionJournal.left
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = $1;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "orchestration_executions" as "l" inner join "execution_attempts" as "a" on "a"."execution_id" = "l"."execution_id" where "l"."session_id" = $1;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= $1;

-- executionJournal.finish
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
update "execution_attempts" set "status" = "new_status", "finished_at" = "new_finished_at", "input_tokens" = "new_input_tokens", "cached_input_tokens" = "new_cached_input_tokens", "cache_write_tokens" = "new_cache_write_tokens", "output_tokens" = "new_output_tokens", "reasoning_tokens" = "new_reasoning_tokens", "cost" = "new_cost", "request_id" = "new_request_id", "fault" = "new_fault", "http_status" = "new_http_status", "message" = "new_message" from (select "execution_id" as "new_execution_id", "number" as "new_number", "status" as "new_status", "finished_at" as "new_finished_at", "input_tokens" as "new_input_tokens", "cached_input_tokens" as "new_cached_input_tokens", "cache_write_tokens" as "new_cache_write_tokens", "output_tokens" as "new_output_tokens", "reasoning_tokens" as "new_reasoning_tokens", "cost" as "new_cost", "request_id" as "new_request_id", "fault" as "new_fault", "http_status" as "new_http_status", "message" as "new_message" from "execution_attempts" where "execution_id" = null and "number" = null union all select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as given where "execution_id" = "new_execution_id" and "number" = "new_number" and status = 'running' returning "execution_id", "reserved";
update "executions" set "status" = "new_status", "finished_at" = "new_finished_at", "response" = "new_response", "reasoning" = "new_reasoning", "answered_model" = "new_answered_model", "finish_reason" = "new_finish_reason", "input_tokens" = "new_input_tokens", "cached_input_tokens" = "new_cached_input_tokens", "cache_write_tokens" = "new_cache_write_tokens", "output_tokens" = "new_output_tokens", "reasoning_tokens" = "new_reasoning_tokens", "cost" = "new_cost", "price" = "new_price", "latency_ms" = "new_latency_ms", "first_token_ms" = "new_first_token_ms", "problem_code" = "new_problem_code", "problem_message" = "new_problem_message", "details" = "new_details", "warnings" = "new_warnings" from (select "id" as "new_id", "status" as "new_status", "finished_at" as "new_finished_at", "response" as "new_response", "reasoning" as "new_reasoning", "answered_model" as "new_answered_model", "finish_reason" as "new_finish_reason", "input_tokens" as "new_input_tokens", "cached_input_tokens" as "new_cached_input_tokens", "cache_write_tokens" as "new_cache_write_tokens", "output_tokens" as "new_output_tokens", "reasoning_tokens" as "new_reasoning_tokens", "cost" as "new_cost", "price" as "new_price", "latency_ms" as "new_latency_ms", "first_token_ms" as "new_first_token_ms", "problem_code" as "new_problem_code", "problem_message" as "new_problem_message", "details" as "new_details", "warnings" as "new_warnings" from "executions" where "id" = null union all select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) as given where "id" = "new_id" and status = 'running' returning "id", "number", "cache_key";
insert into "execution_words_due" ("number") values ($1) on conflict do nothing;
update "batch_items" set "status" = "new_status", "calls" = "new_calls", "execution_id" = "new_execution_id", "problem_code" = "new_problem_code", "problem_message" = "new_problem_message", claimed_by = null, claimed_at = null from (select "batch_id" as "new_batch_id", "position" as "new_position", "claimed_by" as "new_claimed_by", "status" as "new_status", "calls" as "new_calls", "execution_id" as "new_execution_id", "problem_code" as "new_problem_code", "problem_message" as "new_problem_message" from "batch_items" where "batch_id" = null and "position" = null and "claimed_by" = null union all select $1, $2, $3, $4, $5, $6, $7, $8) as given where "batch_id" = "new_batch_id" and "position" = "new_position" and "claimed_by" = "new_claimed_by" and status = 'claimed' returning "batch_id", "status";
update "batches" set "done" = done + $1, "failed" = failed + $2, "spent" = spent + $3, "reserved" = reserved + $4 where "id" = $5;

-- executionJournal.cached
select "e"."id", "c"."created_at", "e"."response", "e"."reasoning", "e"."answered_model", "e"."finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "c"."key" = $1 and "c"."created_at" >= $2;

-- executionJournal.cacheEntry
select "key", "execution_id", "created_at" from "cache_entries" where "key" in ($1);

-- executionJournal.answerFromCache
select "e"."id", "c"."created_at", "e"."response", "e"."reasoning", "e"."answered_model", "e"."finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "c"."key" = $1 and "c"."created_at" >= $2;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
update "cache_entries" set "hits" = hits + 1, "last_used_at" = $1 where "key" = $2 and "execution_id" = $3 and "created_at" = $4;
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings", "finished_at", "response", "reasoning", "answered_model", "finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens", "cost", "price", "latency_ms", "first_token_ms", "problem_code", "problem_message", "answered_by") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35) returning "number";
insert into "execution_words_due" ("number") values ($1) on conflict do nothing;

-- executionJournal.becameAttempt
update "orchestration_executions" set "attempt_id" = $1 where "execution_id" = $2;

-- responseCache.cached
select "e"."id", "c"."created_at", "e"."response", "e"."reasoning", "e"."answered_model", "e"."finish_reason", "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "c"."key" = $1 and "c"."created_at" >= $2;

-- responseCache.stats
select count(*) as "entries", coalesce(sum("c"."size"), 0) as "bytes", coalesce(sum("c"."hits"), 0) as "hits", coalesce(sum(c.hits * e.cost), 0) as "saved", coalesce(sum(c.hits) filter (where e.cost is null), 0) as "unknown", min("c"."created_at") as "oldest" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id";
select count(*) as "entries", coalesce(sum("c"."size"), 0) as "bytes", coalesce(sum("c"."hits"), 0) as "hits", coalesce(sum(c.hits * e.cost), 0) as "saved", coalesce(sum(c.hits) filter (where e.cost is null), 0) as "unknown", min("c"."created_at") as "oldest" from "cache_entries" as "c" inner join "executions" as "e" on "e"."id" = "c"."execution_id" where "e"."project_id" not in ($1);

-- responseCache.keysOf
select "cache_key" as "key" from "executions" where "id" in ($1) and "cache_key" is not null;

-- responseCache.identity
select min("applied_at") as "first" from "schema_migrations";

-- responseCache.pruneOlderThan
delete from "cache_entries" where 1 = 1 and "created_at" < $1;
delete from "cache_entries" where execution_id in (select e.id from executions e where "e"."project_id" not in ($1)) and "created_at" < $2;

-- responseCache.pruneToSize
delete from "cache_entries" where "key" in (select "u"."key" from (select "key", sum(size) over (order by last_used_at desc, key desc) as "total" from "cache_entries" where 1 = 1) as "u" where "u"."total" > $1);
delete from "cache_entries" where "key" in (select "u"."key" from (select "key", sum(size) over (order by last_used_at desc, key desc) as "total" from "cache_entries" where execution_id in (select e.id from executions e where "e"."project_id" not in ($1))) as "u" where "u"."total" > $2);

-- responseCache.clear
delete from "cache_entries" where execution_id in (select e.id from executions e where "e"."project_id" not in ($1));
delete from "cache_entries" where 1 = 1;

-- modelAliases.set
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
delete from "model_aliases" where "name" = $1 and coalesce(project_id, '') = $2 returning "target";
insert into "model_aliases" ("name", "project_id", "target", "actor", "at") values ($1, $2, $3, $4, $5);
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- modelAliases.resolve
select "target" from "model_aliases" where "name" = $1 and coalesce(project_id, '') in ($2, $3) order by coalesce(project_id, '') desc limit $4;

-- modelAliases.list
select * from "model_aliases" order by "name", coalesce(project_id, '') desc;
select * from "model_aliases" where coalesce(project_id, '') in ($1, $2) order by "name", coalesce(project_id, '') desc;

-- modelAliases.remove
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
delete from "model_aliases" where "name" = $1 and coalesce(project_id, '') = $2 returning "target";
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- runs.create
insert into "runs" ("id", "kind", "subject", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "actor", "created_at", "updated_at", "settings", "project_id", "workflow_version", "inputs", "outputs", "cancelled_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);

-- runs.run
select * from "runs" where "id" = $1;

-- runs.settle
update "runs" set "settings" = $1, "inputs" = $2, "updated_at" = $3 where "id" = $4;

-- runs.latestOn
select * from "runs" where "kind" = $1 and "subject" = $2 order by "created_at" desc, "id" desc limit $3;

-- runs.steps
select * from "run_steps" where "run_id" = $1 order by "position";

-- runs.take
update "runs" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "outputs" = $7, "updated_at" = $8 where "id" = $9 and owner_pid is null;
update "runs" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "outputs" = $7, "updated_at" = $8 where "id" = $9 and (owner_pid is null or (owner_host = $10 and owner_pid = $11 and owner_started = $12));

-- runs.begin
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "runs" set "updated_at" = $1 where "id" = $2 and owner_host = $3 and owner_pid = $4 and owner_started = $5;
select max("position") as "position", max("attempt") filter(where "key" = $1) as "attempt" from "run_steps" where "run_id" = $2;
insert into "run_steps" ("run_id", "position", "key", "attempt", "status", "started_at", "output") values ($1, $2, $3, $4, $5, $6, $7) returning *;

-- runs.finish
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "runs" set "updated_at" = $1 where "id" = $2 and owner_host = $3 and owner_pid = $4 and owner_started = $5;
update "run_steps" set "status" = $1, "finished_at" = $2, "output" = $3, "result" = $4, "problem_code" = $5, "problem_message" = $6, "gate_checksum" = $7, "gate_decision" = $8 where "run_id" = $9 and "position" = $10;

-- runs.decide
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "run_steps" set "gate_decision" = $1, "gate_comment" = $2, "gate_actor" = $3, "gate_at" = $4 where "run_id" = $5 and "position" = $6 and "gate_checksum" = $7 and "gate_decision" = $8 and "status" != $9;
update "runs" set "updated_at" = $1 where "id" = $2;

-- runs.makeStale
update "run_steps" set "status" = $1 where "run_id" = $2 and "position" in ($3);

-- runs.leave
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "runs" set "updated_at" = $1 where "id" = $2 and owner_host = $3 and owner_pid = $4 and owner_started = $5;
update "runs" set "status" = $1, "problem_code" = $2, "problem_message" = $3, "owner_host" = $4, "owner_pid" = $5, "owner_started" = $6 where "id" = $7;

-- runs.complete
update "runs" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "outputs" = $7, "updated_at" = $8 where "id" = $9 and owner_pid is null;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "runs" set "updated_at" = $1 where "id" = $2 and owner_host = $3 and owner_pid = $4 and owner_started = $5;
update "runs" set "status" = $1, "outputs" = $2, "owner_host" = $3, "owner_pid" = $4, "owner_started" = $5 where "id" = $6;

-- runs.cancel
update "runs" set "cancelled_at" = $1, "updated_at" = $2 where "id" = $3 and "status" != $4 and "cancelled_at" is null;

-- runs.withIdPrefix
select * from "runs" where "id" >= $1 and "id" < $2 and "kind" = $3 limit $4;

-- runs.list
select "r".* from "runs" as "r" where "r"."kind" = $1 order by "r"."created_at" desc, "r"."id" desc limit $2;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = $1 limit $2) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = $1 and "r"."subject" = $2 order by "r"."created_at" desc, "r"."id" desc limit $3;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = $1 and "r"."subject" = $2 limit $3) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = $1 and "r"."project_id" = $2 order by "r"."created_at" desc, "r"."id" desc limit $3;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = $1 and "r"."project_id" = $2 limit $3) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = $1 and "r"."status" = $2 order by "r"."created_at" desc, "r"."id" desc limit $3;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = $1 and "r"."status" = $2 limit $3) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = $1 and "r"."project_id" not in ($2) order by "r"."created_at" desc, "r"."id" desc limit $3;
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = $1 and "r"."project_id" not in ($2) limit $3) as counted) as "count";
select "r".* from "runs" as "r" where "r"."kind" = $1 and ("r"."created_at", "r"."id") < ($2, $3) order by "r"."created_at" desc, "r"."id" desc limit $4;

-- runs.count
select (select count(*) from (select "r"."id" from "runs" as "r" where "r"."kind" = $1 limit $2) as counted) as "count";

-- runs.heldBy
select * from "runs" where owner_host = $1 and owner_pid = $2 and owner_started = $3;

-- workflows.record
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "w"."id", "w"."latest", "v"."checksum" from "workflows" as "w" inner join "workflow_versions" as "v" on "v"."workflow_id" = "w"."id" and "v"."number" = "w"."latest" where "w"."name" = $1 and coalesce(w.project_id, '') = $2 and "w"."deleted_at" is null;
insert into "workflows" ("id", "project_id", "name", "description", "latest", "changes", "created_by", "created_at", "updated_at", "deleted_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
insert into "workflow_versions" ("workflow_id", "number", "checksum", "author", "note", "created_at", "source") values ($1, $2, $3, $4, $5, $6, $7);
update "workflows" set "latest" = $1, "changes" = "changes" + $2, "description" = $3, "updated_at" = $4 where "id" = $5;

-- workflows.named
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."name" = $1 and coalesce(w.project_id, '') in ($2, $3) and "w"."deleted_at" is null order by w.project_id is null;
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."name" = $1 and coalesce(w.project_id, '') in ($2) and "w"."deleted_at" is null order by w.project_id is null;

-- workflows.withIdPrefix
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."id" >= $1 and "w"."id" < $2 and "w"."deleted_at" is null limit $3;

-- workflows.withIds
select "w".*, "p"."name" as "project_name" from "workflows" as "w" left join "projects" as "p" on "p"."id" = "w"."project_id" where "w"."id" in ($1, $2);

-- workflows.list
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null order by "w"."name", "w"."id" limit $1;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null limit $1) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and coalesce(w.project_id, '') in ($1, $2) order by "w"."name", "w"."id" limit $3;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and coalesce(w.project_id, '') in ($1, $2) limit $3) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and coalesce(w.project_id, '') in ($1) order by "w"."name", "w"."id" limit $2;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and coalesce(w.project_id, '') in ($1) limit $2) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and "w"."name" >= $1 and "w"."name" < $2 order by "w"."name", "w"."id" limit $3;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and "w"."name" >= $1 and "w"."name" < $2 limit $3) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and "w"."project_id" not in ($1) order by "w"."name", "w"."id" limit $2;
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null and "w"."project_id" not in ($1) limit $2) as counted) as "count";
select "w".*, "projects"."name" as "project_name" from "workflows" as "w" left join "projects" on "projects"."id" = "w"."project_id" where "w"."deleted_at" is null and ("w"."name", "w"."id") > ($1, $2) order by "w"."name", "w"."id" limit $3;

-- workflows.count
select (select count(*) from (select "w"."id" from "workflows" as "w" where "w"."deleted_at" is null limit $1) as counted) as "count";

-- workflows.recentNames
select "w"."name" from "workflows" as "w" where "w"."deleted_at" is null and coalesce(w.project_id, '') in ($1, $2) order by "w"."updated_at" desc, "w"."id" desc limit $3;

-- workflows.version
select * from "workflow_versions" where "workflow_id" = $1 and "number" = $2;

-- workflows.versions
select "workflow_id", "number", "checksum", "author", "note", "created_at" from "workflow_versions" where "workflow_id" = $1 order by "number" desc limit $2;
select "workflow_id", "number", "checksum", "author", "note", "created_at" from "workflow_versions" where "workflow_id" = $1 and "number" < $2 order by "number" desc limit $3;

-- experiments.create
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ($12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values ($1, $2, $3, $4, $5, $6, $7);

-- experiments.named
select * from "experiments" where "name" = $1 and coalesce(project_id, '') in ($2, $3) and "archived_at" is null order by project_id is null;
select * from "experiment_variants" where "experiment_id" in ($1, $2) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in ($1, $2) order by "experiment_id", "position";
select * from "experiments" where "name" = $1 and coalesce(project_id, '') in ($2) and "archived_at" is null order by project_id is null;
select * from "experiment_variants" where "experiment_id" in ($1) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in ($1) order by "experiment_id", "position";

-- experiments.withIdPrefix
select * from "experiments" where "id" >= $1 and "id" < $2 order by "id" limit $3;
select * from "experiment_variants" where "experiment_id" in ($1, $2) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in ($1, $2) order by "experiment_id", "position";

-- experiments.list
select * from "experiments" where 1 = 1 order by "created_at" desc, "id" desc limit $1;
select * from "experiment_variants" where "experiment_id" in ($1, $2) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in ($1, $2) order by "experiment_id", "position";
select (select count(*) from (select "id" from "experiments" where 1 = 1 limit $1) as counted) as "count";
select * from "experiments" where status = $1 order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "experiments" where status = $1 limit $2) as counted) as "count";
select * from "experiments" where project_id = $1 order by "created_at" desc, "id" desc limit $2;
select * from "experiment_variants" where "experiment_id" in ($1) order by "experiment_id", "position";
select * from "experiment_metrics" where "experiment_id" in ($1) order by "experiment_id", "position";
select (select count(*) from (select "id" from "experiments" where project_id = $1 limit $2) as counted) as "count";
select * from "experiments" where "project_id" not in ($1) order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "experiments" where "project_id" not in ($1) limit $2) as counted) as "count";
select * from "experiments" where 1 = 1 and ("created_at", "id") < ($1, $2) order by "created_at" desc, "id" desc limit $3;

-- experiments.count
select (select count(*) from (select "id" from "experiments" where 1 = 1 limit $1) as counted) as "count";

-- experiments.move
update "experiments" set "status" = $1, "updated_at" = $2, "started_at" = coalesce("started_at", $3), "stopped_at" = $4 where "id" = $5 and "status" <> $6;
update "experiments" set "status" = $1, "updated_at" = $2 where "id" = $3 and "status" <> $4;
update "experiments" set "status" = $1, "updated_at" = $2, "stopped_at" = $3 where "id" = $4 and "status" <> $5;
update "experiments" set "status" = $1, "updated_at" = $2, "archived_at" = $3 where "id" = $4 and "status" <> $5;

-- experiments.conclude
update "experiments" set "conclusion" = $1, "updated_at" = $2 where "id" = $3;

-- experiments.linkBatches
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ($12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values ($1, $2, $3, $4, $5, $6, $7);
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "position", "batch_id" from "experiment_variants" where "experiment_id" = $1;
update "experiment_variants" set "batch_id" = $1 where "experiment_id" = $2 and "position" = $3;
update "experiments" set "updated_at" = $1 where "id" = $2;

-- experiments.observe
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ($12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values ($1, $2, $3, $4, $5, $6, $7);
insert into "experiment_observations" ("experiment_id", "metric", "unit", "variant", "repetition", "value", "divisor", "execution_id", "at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict ("experiment_id", "metric", "unit", "variant", "repetition") do update set "value" = "excluded"."value", "divisor" = "excluded"."divisor", "execution_id" = "excluded"."execution_id", "at" = "excluded"."at";

-- experiments.observations
select array_send(array_agg("unit")) as "0", array_send(array_agg("variant"::float8)) as "1", array_send(array_agg("value"::float8)) as "2" from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = $1 and metric = $2 order by unit, variant, repetition ) as rows;
select array_send(array_agg("unit")) as "0", array_send(array_agg("variant"::float8)) as "1", array_send(array_agg("value"::float8)) as "2" from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = $1 and metric = $2 and cast(unit as integer) <= $3 order by unit, variant, repetition ) as rows;
select array_send(array_agg("unit")) as "0", array_send(array_agg("variant"::float8)) as "1", array_send(array_agg("value"::float8)) as "2", array_send(array_agg("divisor"::float8)) as "3" from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = $1 and metric = $2 order by unit, variant, repetition ) as rows;
select array_send(array_agg("unit")) as "0", array_send(array_agg("variant"::float8)) as "1", array_send(array_agg("value"::float8)) as "2", array_send(array_agg("divisor"::float8)) as "3" from ( select unit, variant, value, coalesce(divisor, 1) as divisor from experiment_observations where experiment_id = $1 and metric = $2 and cast(unit as integer) <= $3 order by unit, variant, repetition ) as rows;

-- experiments.judgements
select "o"."unit", "o"."variant", "o"."repetition", "o"."value", "o"."execution_id" from "experiment_observations" as "o" inner join "experiment_variants" as "v" on "v"."experiment_id" = "o"."experiment_id" and "v"."position" = "o"."variant" where "o"."experiment_id" = $1 and "o"."metric" = $2 and "v"."is_control" = $3 order by "o"."unit", "o"."variant", "o"."repetition";

-- experiments.costOf
select count(*) as "calls", sum("e"."cost") as "cost" from "experiment_observations" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."experiment_id" = $1 and "o"."metric" = $2;

-- experiments.unitsMeasured
select "variant", count(distinct "unit") as "units" from "experiment_observations" where "experiment_id" = $1 and "metric" = $2 group by "variant";

-- experiments.measured
select "value", "divisor" from "experiment_observations" where "experiment_id" = $1 and "metric" = $2 and "variant" = $3 and "repetition" = $4 order by "unit" limit $5;

-- experiments.observed
select "value" from "experiment_observations" where "experiment_id" = $1 and "metric" = $2 and "unit" = $3 limit $4;

-- experiments.unobserve
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ($12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values ($1, $2, $3, $4, $5, $6, $7);
insert into "experiment_observations" ("experiment_id", "metric", "unit", "variant", "repetition", "value", "divisor", "execution_id", "at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict ("experiment_id", "metric", "unit", "variant", "repetition") do update set "value" = "excluded"."value", "divisor" = "excluded"."divisor", "execution_id" = "excluded"."execution_id", "at" = "excluded"."at";
select "metric", "unit", "variant", "repetition" from "experiment_observations" where "experiment_id" = $1 and "metric" in ($2, $3) and "unit" in ($4);
delete from "experiment_observations" where "experiment_id" = $1 and "metric" = $2 and "unit" = $3 and "variant" = $4 and "repetition" = $5;

-- experiments.deciding
select * from "experiments" where "status" in ($1, $2) and "unit" <> $3 and coalesce(project_id, '') in ($4, $5) order by "started_at", "id";
select * from "experiments" where "status" in ($1, $2) and "unit" <> $3 and coalesce(project_id, '') in ($4) order by "started_at", "id";

-- experiments.start
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "experiments" ("id", "project_id", "name", "status", "hypothesis", "unit", "seed", "created_by", "created_at", "updated_at", "started_at", "stopped_at", "archived_at", "conclusion", "settings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing;
insert into "experiment_variants" ("experiment_id", "position", "name", "weight", "is_control", "prompt_version_id", "prompt_reference", "model", "parameters", "strategy", "batch_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), ($12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "experiment_metrics" ("experiment_id", "position", "name", "kind", "better", "matters", "is_primary") values ($1, $2, $3, $4, $5, $6, $7);
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select * from "experiments" where "status" in ($1, $2) and "unit" <> $3 order by "started_at", "id";
update "experiments" set "status" = $1, "updated_at" = $2, "started_at" = coalesce("started_at", $3), "stopped_at" = $4 where "id" = $5 and "status" <> $6;

-- assignments.of
select "unit", "variant", "chosen", "at" from "experiment_assignments" where "experiment_id" = $1 and "unit" = $2;

-- assignments.counts
select "variant", "chosen", case when ("unit" >= $1 and "unit" < $2) then 1 else 0 end as "users", count(*) as "count" from "experiment_assignments" where "experiment_id" = $3 group by "variant", "chosen", "users" order by "variant", "chosen", "users";

-- assignments.sessions
select "unit", "variant", "chosen", "at" from "experiment_assignments" where "experiment_id" = $1 and "variant" > $2 and "unit" < $3 order by "at", "unit";

-- sessionExperiments.anyDeciding
select "id" from "experiments" where "status" in ($1, $2) and "unit" <> $3 limit $4;

-- sessionExperiments.ofSession
select "e"."id", "e"."name", "e"."archived_at", "v"."name" as "variant", "a"."variant" as "position", "a"."chosen" from "experiment_assignments" as "a" inner join "experiments" as "e" on "e"."id" = "a"."experiment_id" left join "experiment_variants" as "v" on "v"."experiment_id" = "a"."experiment_id" and "v"."position" = "a"."variant" where "a"."unit" = $1 order by "e"."name", "e"."id";

-- sessionFacts.of
select "id", "status", "deleted_at", "created_at", "created_by", "updated_at", "completed_at" from "orchestration_sessions" where "id" in ($1);
select "session_id", "position", "step", "part", "outcome", "input_method", "forced", "result" from "orchestration_phases" where "session_id" in ($1) and "outcome" <> $2 order by "session_id", "position";
select "session_id", count(*) as "count" from "session_events" where "session_id" in ($1) and "kind" = $2 group by "session_id";
select "r"."session_id", "r"."rating" from "phase_ratings" as "r" where "r"."session_id" in ($1) and "r"."number" = (select max("n"."number") as "last" from "phase_ratings" as "n" where "n"."session_id" = "r"."session_id" and "n"."phase" = "r"."phase") order by "r"."session_id", "r"."phase";
select "o"."session_id", sum("e"."cost") as "cost", sum(e.input_tokens + e.output_tokens) as "tokens" from "orchestration_executions" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."session_id" in ($1) group by "o"."session_id";

-- sessionFacts.begun
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= $1 order by "created_at" desc, "id" desc limit $2;
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= $1 and "project_id" not in ($2) order by "created_at" desc, "id" desc limit $3;
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= $1 and "project_id" = $2 order by "created_at" desc, "id" desc limit $3;
select "id", "created_by", "created_at" from "orchestration_sessions" where "created_at" >= $1 and "project_id" = $2 and "project_id" not in ($3) order by "created_at" desc, "id" desc limit $4;

-- optimizations.withIdPrefix
select * from "optimizations" where "id" >= $1 and "id" < $2 order by "id" limit $3;

-- optimizations.list
select * from "optimizations" where 1 = 1 order by "created_at" desc, "id" desc limit $1;
select (select count(*) from (select "id" from "optimizations" where 1 = 1 limit $1) as counted) as "count";
select * from "optimizations" where status = $1 order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "optimizations" where status = $1 limit $2) as counted) as "count";
select * from "optimizations" where project_id = $1 order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "optimizations" where project_id = $1 limit $2) as counted) as "count";
select * from "optimizations" where "project_id" not in ($1) order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "optimizations" where "project_id" not in ($1) limit $2) as counted) as "count";
select * from "optimizations" where 1 = 1 and ("created_at", "id") < ($1, $2) order by "created_at" desc, "id" desc limit $3;

-- optimizations.count
select (select count(*) from (select "id" from "optimizations" where 1 = 1 limit $1) as counted) as "count";

-- optimizations.tallies
select "o"."optimization_id", count(*) as "executions", count("e"."cost") as "known", coalesce(sum(e.cost), 0) as "cost" from "optimization_calls" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."optimization_id" in ($1) group by "o"."optimization_id";

-- optimizationJournal.create
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "optimizations" ("id", "project_id", "prompt_version_id", "prompt_reference", "message", "model", "reflection_model", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "applied_version_id", "actor", "created_at", "updated_at", "finished_at", "settings", "start", "result") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);
insert into "optimization_rows" ("optimization_id", "row", "input", "expected") values ($1, $2, $3, $4), ($5, $6, $7, $8);

-- optimizationJournal.optimization
select * from "optimizations" where "id" = $1;

-- optimizationJournal.rows
select * from "optimization_rows" where "optimization_id" = $1 order by "row";

-- optimizationJournal.recorded
select "e"."id", "e"."status", "e"."response", "e"."cost", "e"."problem_code" from "optimization_calls" as "o" inner join "executions" as "e" on "e"."id" = "o"."execution_id" where "o"."optimization_id" = $1 and "o"."key" = $2 and "e"."status" != $3 order by "o"."number" desc;

-- optimizationJournal.putCandidate
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "optimizations" ("id", "project_id", "prompt_version_id", "prompt_reference", "message", "model", "reflection_model", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "applied_version_id", "actor", "created_at", "updated_at", "finished_at", "settings", "start", "result") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "optimization_candidates" set "arm" = $1, "origin" = $2, "template" = $3, "calls" = $4, "parents" = $5, "fate" = $6, "details" = $7 where "optimization_id" = $8 and "name" = $9;
select max("position") as "last" from "optimization_candidates" where "optimization_id" = $1;
insert into "optimization_candidates" ("optimization_id", "position", "name", "arm", "origin", "template", "calls", "parents", "fate", "details") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- optimizationJournal.candidates
select * from "optimization_candidates" where "optimization_id" = $1 order by "position";

-- optimizationJournal.take
update "optimizations" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "updated_at" = $7 where "id" = $8 and "status" != $9 and owner_pid is null;
update "optimizations" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "updated_at" = $7 where "id" = $8 and "status" != $9 and (owner_pid is null or (owner_host = $10 and owner_pid = $11 and owner_started = $12));

-- optimizationJournal.leave
update "optimizations" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "updated_at" = $7 where "id" = $8 and "status" = $9 and owner_host = $10 and owner_pid = $11 and owner_started = $12;

-- optimizationJournal.complete
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
insert into "optimizations" ("id", "project_id", "prompt_version_id", "prompt_reference", "message", "model", "reflection_model", "status", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "applied_version_id", "actor", "created_at", "updated_at", "finished_at", "settings", "start", "result") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);
update "optimizations" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "updated_at" = $7 where "id" = $8 and "status" != $9 and owner_pid is null;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "optimizations" set "updated_at" = $1 where "id" = $2 and owner_host = $3 and owner_pid = $4 and owner_started = $5;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."execution_id" = $1;
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= $1;
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning "number";
insert into optimization_calls (optimization_id, key, number, row, execution_id) select $1, $2, coalesce(max(number), 0) + 1, cast($3 as integer), $4 from optimization_calls where optimization_id = $5 and key = $6;
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values ($1, $2, $3, $4, $5, $6, $7);
update "optimizations" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "result" = $7, "finished_at" = $8 where "id" = $9;

-- optimizationJournal.noteApplied
update "optimizations" set "applied_version_id" = $1, "updated_at" = $2 where "id" = $3;

-- batches.withIdPrefix
select * from "batches" where "id" >= $1 and "id" < $2 order by "id" limit $3;

-- batches.named
select * from "batches" where "name" = $1 order by "created_at" desc, "id" desc limit $2;

-- batches.list
select * from "batches" where 1 = 1 order by "created_at" desc, "id" desc limit $1;
select (select count(*) from (select "id" from "batches" where 1 = 1 limit $1) as counted) as "count";
select * from "batches" where status = $1 order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "batches" where status = $1 limit $2) as counted) as "count";
select * from "batches" where project_id = $1 order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "batches" where project_id = $1 limit $2) as counted) as "count";
select * from "batches" where "project_id" not in ($1) order by "created_at" desc, "id" desc limit $2;
select (select count(*) from (select "id" from "batches" where "project_id" not in ($1) limit $2) as counted) as "count";
select * from "batches" where 1 = 1 and ("created_at", "id") < ($1, $2) order by "created_at" desc, "id" desc limit $3;

-- batches.count
select (select count(*) from (select "id" from "batches" where 1 = 1 limit $1) as counted) as "count";

-- batches.tally
select "status", count(*) as "count" from "batch_items" where "batch_id" = $1 group by "status";

-- batches.rangesLeft
select distinct (position - 1) / cast($1 as integer) as "number" from "batch_items" where "batch_id" = $2 and "status" in ($3, $4) order by "number";

-- batches.items
select * from "batch_items" where "batch_id" = $1 and "status" = $2 order by "position" limit $3;

-- batches.problems
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
with "free" as (select "i"."position" from "batch_items" as "i" where "i"."batch_id" = $1 and "i"."status" = $2 and exists (select "id" from "batches" where "id" = $3 and "status" = $4) order by "i"."position" limit $5 for update skip locked) update "batch_items" set "status" = $6, "claimed_by" = $7, "claimed_at" = $8 where "batch_id" = $9 and "position" in (select "position" from "free") returning "position", "row", "repetition", "calls", "input";
update "batch_items" set "status" = $1, "claimed_by" = $2, "claimed_at" = $3, "problem_code" = $4, "problem_message" = $5 where "batch_id" = $6 and "position" = $7 and "status" = $8 and "claimed_by" = $9;
update "batches" set "done" = done + $1, "failed" = failed + $2, "spent" = spent + $3, "reserved" = reserved + $4 where "id" = $5;
select count(*) as "items", min("position") as "first" from "batch_items" where "batch_id" = $1 and "status" = $2 group by "problem_code" order by "items" desc, "first";
select * from "batch_items" where "batch_id" = $1 and "position" in ($2);

-- batches.ambiguous
select "b"."position", "i"."row", "i"."repetition", "b"."execution_id", coalesce((select max("a"."started_at") as "at" from "execution_attempts" as "a" where "a"."execution_id" = "b"."execution_id"), "e"."created_at") as "at" from "batch_executions" as "b" inner join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" inner join "executions" as "e" on "e"."id" = "b"."execution_id" where "b"."batch_id" = $1 and b.ambiguous = 1 order by "b"."position", "b"."number";

-- batches.leftBy
select "b"."position", "i"."row", "i"."repetition", "b"."execution_id", coalesce((select max("a"."started_at") as "at" from "execution_attempts" as "a" where "a"."execution_id" = "b"."execution_id"), "e"."created_at") as "at" from "batch_executions" as "b" inner join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" inner join "executions" as "e" on "e"."id" = "b"."execution_id" where "b"."batch_id" = $1 and "i"."status" = $2 and "i"."claimed_by" in ($3) and "b"."ambiguous" = $4 and "e"."status" = $5 order by "b"."position", "b"."number";

-- batches.results
select "i".*, "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens", "e"."response", "e"."finish_reason", "e"."cost", "e"."latency_ms", "e"."answered_by", "e"."id" as "asked" from "batch_items" as "i" left join "executions" as "e" on "e"."id" = "i"."execution_id" where "i"."batch_id" = $1 and "i"."position" > $2 order by "i"."position" limit $3;

-- batchJournal.create
insert into "batches" ("id", "project_id", "name", "prompt_version_id", "prompt_reference", "model", "status", "rows", "done", "failed", "spent", "reserved", "next_call_at", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "actor", "created_at", "updated_at", "finished_at", "settings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23);

-- batchJournal.batch
select * from "batches" where "id" = $1;

-- batchJournal.addItems
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "batches" set "updated_at" = $1 where "id" = $2 and "status" = $3 and owner_host = $4 and owner_pid = $5 and owner_started = $6;
insert into "batch_items" ("batch_id", "position", "row", "repetition", "status", "calls", "problem_code", "problem_message", "input") values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
update "batches" set "done" = done + $1, "failed" = failed + $2, "spent" = spent + $3, "reserved" = reserved + $4 where "id" = $5;

-- batchJournal.loaded
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
update "batches" set "updated_at" = $1 where "id" = $2 and "status" = $3 and owner_host = $4 and owner_pid = $5 and owner_started = $6;
update "batches" set "status" = $1, "rows" = (select coalesce(max(position), 0) from batch_items where batch_id = $2), "owner_host" = $3, "owner_pid" = $4, "owner_started" = $5 where "id" = $6;

-- batchJournal.claim
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
with "free" as (select "i"."position" from "batch_items" as "i" where "i"."batch_id" = $1 and "i"."status" = $2 and exists (select "id" from "batches" where "id" = $3 and "status" = $4) order by "i"."position" limit $5 for update skip locked) update "batch_items" set "status" = $6, "claimed_by" = $7, "claimed_at" = $8 where "batch_id" = $9 and "position" in (select "position" from "free") returning "position", "row", "repetition", "calls", "input";

-- batchJournal.isOver
select "position" from "batch_items" where "batch_id" = $1 and "status" in ($2, $3) and "position" >= $4 and "position" <= $5 limit $6;

-- batchJournal.holders
select "w"."id", "w"."host", "w"."pid", "w"."started", "w"."status", "w"."seen_at", count(*) as "claimed" from "batch_items" as "i" inner join "workers" as "w" on "w"."id" = "i"."claimed_by" where "i"."batch_id" = $1 and "i"."status" = $2 group by "w"."id", "w"."host", "w"."pid", "w"."started", "w"."status", "w"."seen_at" order by "w"."id";

-- batchJournal.giveBack
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "status" from "batches" where "id" = $1;
update "batch_items" set "status" = $1, "claimed_by" = $2, "claimed_at" = $3 where "batch_id" = $4 and "position" in ($5) and "status" = $6 and "claimed_by" = $7;

-- batchJournal.fail
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
update "batch_items" set "status" = $1, "claimed_by" = $2, "claimed_at" = $3, "problem_code" = $4, "problem_message" = $5 where "batch_id" = $6 and "position" = $7 and "status" = $8 and "claimed_by" = $9;

-- batchJournal.release
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
with "free" as (select "i"."position" from "batch_items" as "i" where "i"."batch_id" = $1 and "i"."status" = $2 and exists (select "id" from "batches" where "id" = $3 and "status" = $4) order by "i"."position" limit $5 for update skip locked) update "batch_items" set "status" = $6, "claimed_by" = $7, "claimed_at" = $8 where "batch_id" = $9 and "position" in (select "position" from "free") returning "position", "row", "repetition", "calls", "input";
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $2, 0));
insert into "executions" ("id", "kind", "status", "project_id", "prompt_version_id", "prompt_reference", "model", "cache_key", "rerun_of", "actor", "created_at", "excerpt", "messages", "parameters", "response_schema", "tools", "details", "warnings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);
with begun (batch_id, position, execution_id) as (values ($1, cast($2 as integer), $3)) insert into batch_executions (batch_id, position, number, execution_id, ambiguous) select batch_id, position, coalesce(( select max(b.number) from batch_executions b where b.batch_id = begun.batch_id and b.position = begun.position ), 0) + 1, execution_id, 0 from begun;
insert into "execution_attempts" ("execution_id", "number", "round", "status", "started_at", "waited_ms", "reserved") values ($1, $2, $3, $4, $5, $6, $7);
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "status" from "batches" where "id" = $1;
select "i"."position", "i"."calls" as "before", "e"."id" as "execution", max("a"."number") as "calls", coalesce(sum(case a.status when 'running' then a.reserved end), 0) as "reserved" from "batch_items" as "i" inner join "batch_executions" as "b" on "b"."batch_id" = "i"."batch_id" and "b"."position" = "i"."position" inner join "executions" as "e" on "e"."id" = "b"."execution_id" inner join "execution_attempts" as "a" on "a"."execution_id" = "e"."id" where "i"."batch_id" = $1 and "i"."status" = $2 and "i"."claimed_by" = $3 and "b"."ambiguous" = $4 and "e"."status" = $5 group by "i"."position", "i"."calls", "e"."id" order by "i"."position";
update "batch_executions" set "ambiguous" = $1 where "execution_id" = $2;
update "batch_items" set "status" = $1, "calls" = $2, "claimed_by" = $3, "claimed_at" = $4, "execution_id" = $5, "problem_code" = $6, "problem_message" = $7 where "batch_id" = $8 and "position" = $9;
update "batch_items" set "status" = $1, "claimed_by" = $2, "claimed_at" = $3 where "batch_id" = $4 and "status" = $5 and "claimed_by" = $6;
update "batches" set "done" = done + $1, "failed" = failed + $2, "spent" = spent + $3, "reserved" = reserved + $4 where "id" = $5;

-- batchJournal.takeSlots
update "batches" set "next_call_at" = case when next_call_at > $1 then next_call_at else $2 end + $3 where "id" = $4 returning "next_call_at";

-- batchJournal.pause
update "batches" set "status" = $1, "problem_code" = $2, "problem_message" = $3, "updated_at" = $4 where "id" = $5 and "status" = $6;

-- batchJournal.resume
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "status" from "batches" where "id" = $1;
update "batches" set "status" = $1, "settings" = $2, "problem_code" = $3, "problem_message" = $4, "updated_at" = $5 where "id" = $6;

-- batchJournal.complete
update "batches" set "status" = $1, "updated_at" = $2, "finished_at" = $3 where "id" = $4 and "status" = $5 and "rows" = "done" + "failed";

-- batchJournal.retry
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "status" from "batches" where "id" = $1;
update "batch_items" set "status" = $1, "calls" = $2, "execution_id" = $3, "problem_code" = $4, "problem_message" = $5 where "batch_id" = $6 and "status" = $7;
update "batches" set "done" = done + $1, "failed" = failed + $2, "spent" = spent + $3, "reserved" = reserved + $4 where "id" = $5;
update "batches" set "status" = $1, "finished_at" = $2, "updated_at" = $3, "problem_code" = $4, "problem_message" = $5 where "id" = $6 and "status" = $7;

-- batchJournal.cancel
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select "status" from "batches" where "id" = $1;
update "batches" set "status" = $1, "owner_host" = $2, "owner_pid" = $3, "owner_started" = $4, "problem_code" = $5, "problem_message" = $6, "updated_at" = $7, "finished_at" = $8 where "id" = $9;
update "batch_items" set "status" = $1 where "batch_id" = $2 and "status" = $3;

-- batchJournal.discard
insert into "batches" ("id", "project_id", "name", "prompt_version_id", "prompt_reference", "model", "status", "rows", "done", "failed", "spent", "reserved", "next_call_at", "owner_host", "owner_pid", "owner_started", "problem_code", "problem_message", "actor", "created_at", "updated_at", "finished_at", "settings") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23);
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
delete from "batches" where "id" = $1 and "status" = $2;

-- workers.register
insert into "workers" ("id", "host", "pid", "started", "status", "in_flight", "version", "actor", "started_at", "seen_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- workers.beat
update "workers" set "in_flight" = $1, "seen_at" = $2 where "id" = $3 returning "status";

-- workers.drain
update "workers" set "status" = $1 where "id" = $2 and "status" = $3;

-- workers.present
select * from "workers" where "status" in ($1, $2) order by "started_at", "id";

-- workers.worker
select * from "workers" where "id" = $1;

-- workers.list
select * from "workers" where "status" in ($1) order by "started_at" desc, "id" desc limit $2;
select * from "workers" where "status" in ($1) and ("started_at", "id") < ($2, $3) order by "started_at" desc, "id" desc limit $4;

-- workers.count
select (select count(*) from (select "id" from "workers" where "status" in ($1) limit $2) as counted) as "count";

-- workers.clock
select cast(extract(epoch from clock_timestamp()) * 1000 as float) as now;
select * from "workers" where "status" in ($1, $2) order by "started_at", "id";

-- workers.withIdPrefix
select * from "workers" where "id" >= $1 and "id" < $2 order by "id" limit $3;

-- workers.stop
update "workers" set "status" = $1, "in_flight" = $2, "seen_at" = $3 where "id" = $4;

-- ratings.add
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select max("number") as "last" from "phase_ratings" where "session_id" = $1 and "phase" = $2;
insert into "phase_ratings" ("session_id", "phase", "number", "at", "rating", "note", "actor") values ($1, $2, $3, $4, $5, $6, $7);

-- ratings.ofSession
select * from "phase_ratings" as "r" where "r"."session_id" = $1 and "r"."number" = (select max("n"."number") as "last" from "phase_ratings" as "n" where "n"."session_id" = "r"."session_id" and "n"."phase" = "r"."phase");

-- executions.withIdPrefix
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" >= $1 and "e"."id" < $2 order by "e"."id" limit $3;

-- executions.whole
select "e".*, "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" in ($1);
select "execution_id", "name", "media_type", "bytes" from "execution_attachments" where "execution_id" in ($1) order by "execution_id", "position";
select "execution_id", "round", "call", "text", "failed" from "execution_tool_uses" where "execution_id" in ($1) order by "execution_id", "attempt", "position";

-- executions.wholeInBatches
select "e"."id", octet_length(e.messages) + octet_length(e.details) + coalesce(octet_length(e.response), 0) + coalesce(octet_length(e.reasoning), 0) as "texts", coalesce((select sum(f.size) from execution_attachments f where f.execution_id = e.id), 0) + coalesce(( select sum(octet_length(u.call) + octet_length(u.text)) from execution_tool_uses u where u.execution_id = e.id ), 0) + coalesce(( select p.size from orchestration_executions l join orchestration_phases p on p.id = l.attempt_id where e.kind = 'pasted' and l.execution_id = e.id ), 0) as "parts" from "executions" as "e" where "e"."id" in ($1);
select "e".*, "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" in ($1);
select "execution_id", "name", "media_type", "bytes" from "execution_attachments" where "execution_id" in ($1) order by "execution_id", "position";
select "execution_id", "round", "call", "text", "failed" from "execution_tool_uses" where "execution_id" in ($1) order by "execution_id", "attempt", "position";

-- executions.attempts
select * from "execution_attempts" where "execution_id" in ($1) order by "execution_id", "number";

-- executions.attemptsOf
select * from "execution_attempts" where "execution_id" in ($1, $2) order by "execution_id", "number";

-- executions.pastedAnswers
select "e"."id", "p"."answer" from "executions" as "e" inner join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" inner join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" where "e"."id" in ($1) and "e"."kind" = $2;

-- executions.list
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where 1 = 1 order by "e"."created_at" desc, "e"."id" desc limit $1;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."status" = $1 order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."kind" = $1 order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."model" = $1 order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."project_id" = $1 order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."status" = $1 and "e"."project_id" = $2) order by "e"."created_at" desc, "e"."id" desc limit $3;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" in (select "execution_id" from "orchestration_executions" where "session_id" = $1) order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."prompt_version_id" in (select "id" from "prompt_versions" where "prompt_id" = $1) order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."rerun_of" = $1 order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."answered_by" is not null order by "e"."created_at" desc, "e"."id" desc limit $1;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."answered_by" is null order by "e"."created_at" desc, "e"."id" desc limit $1;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."created_at" >= $1 and "e"."created_at" < $2) order by "e"."created_at" desc, "e"."id" desc limit $3;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."project_id" not in ($1) order by "e"."created_at" desc, "e"."id" desc limit $2;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where 1 = 1 and ("e"."created_at", "e"."id") < ($1, $2) order by "e"."created_at" desc, "e"."id" desc limit $3;

-- executions.ofSession
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "l"."session_id" = $1 order by "e"."created_at", "e"."number";

-- executions.ofRun
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "t"."run_id" = $1 order by "e"."created_at", "e"."number";

-- executions.beginningWith
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where "e"."id" >= $1 and "e"."id" < $2 order by "e"."created_at" desc limit $3;

-- executions.excerpts
select "e"."id", "e"."excerpt" from "executions" as "e" where "e"."id" in ($1, $2);

-- executions.count
select (select count(*) from (select "e"."id" from "executions" as "e" where 1 = 1 limit $1) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."status" = $1 limit $2) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."kind" = $1 limit $2) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."model" = $1 limit $2) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."project_id" = $1 limit $2) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where ("e"."status" = $1 and "e"."project_id" = $2) limit $3) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."id" in (select "execution_id" from "orchestration_executions" where "session_id" = $1) limit $2) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."prompt_version_id" in (select "id" from "prompt_versions" where "prompt_id" = $1) limit $2) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."rerun_of" = $1 limit $2) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."answered_by" is not null limit $1) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."answered_by" is null limit $1) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where ("e"."created_at" >= $1 and "e"."created_at" < $2) limit $3) as counted) as "count";
select (select count(*) from (select "e"."id" from "executions" as "e" where "e"."project_id" not in ($1) limit $2) as counted) as "count";

-- executions.spentFor
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "orchestration_executions" as "l" inner join "execution_attempts" as "a" on "a"."execution_id" = "l"."execution_id" where "l"."session_id" = $1;

-- executions.spentSince
select coalesce(sum(case a.status when 'running' then a.reserved else coalesce(a.cost, a.reserved) end), 0) as "spent" from "execution_attempts" as "a" where "a"."started_at" >= $1;

-- executions.search
select "number" from "execution_words_due" limit $1;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
delete from "execution_words_due" where "number" in (select "number" from "execution_words_due" order by "number" limit $1) returning "number";
select "e"."number", octet_length(e.messages) + coalesce(octet_length(e.response), octet_length(p.answer), 0) as "bytes" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in ($1, $2, $3, $4, $5, $6, $7) order by "e"."number";
select "e"."number", "e"."prompt_reference", "e"."model", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in ($1, $2, $3, $4, $5, $6, $7);
insert into "execution_words" (rowid, words) values ($1, $2::tsvector), ($3, $4::tsvector), ($5, $6::tsvector), ($7, $8::tsvector), ($9, $10::tsvector), ($11, $12::tsvector), ($13, $14::tsvector) on conflict (rowid) do update set words = excluded.words;
with found as materialized ( select coalesce(array_agg(f.number), '{}') as numbers, array_agg(f.place) as places from "find_execution_words"($1::tsquery, $2) as f ) select case when cardinality(found.numbers) <= $3 then found.numbers::text end as numbers, case when cardinality(found.numbers) <= $4 then found.places::text end as places from found;
select c.number from ( select w.rowid as number, -ts_rank(array[0.25, 0.125, 0.5, 1]::real[], "w"."words", $1::tsquery) as weight from execution_words as w where ("w"."ctid" = any($2::tid[]) and "w"."rowid" + 0 = any($3::bigint[])) and true order by w.rowid desc limit $4 ) as c order by c.weight, c.number desc limit $5;
select "e"."id", "e"."kind", "e"."status", "e"."project_id", "e"."prompt_version_id", "e"."prompt_reference", "e"."model", "e"."answered_model", "e"."finish_reason", "e"."input_tokens", "e"."cached_input_tokens", "e"."cache_write_tokens", "e"."output_tokens", "e"."reasoning_tokens", "e"."cost", "e"."latency_ms", "e"."first_token_ms", "e"."answered_by", "e"."rerun_of", "e"."problem_code", "e"."problem_message", "e"."actor", "e"."created_at", "e"."finished_at", "e"."redacted_at", "l"."session_id", "l"."step", "l"."part", "l"."attempt_id", "b"."batch_id", "b"."position", "t"."run_id", "t"."position" as "run_position", "o"."optimization_id", "o"."key" as "optimization_key", "o"."row" as "optimization_row", "e"."number", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in ($1, $2);
select c.number from ( select w.rowid as number, -ts_rank(array[0.25, 0.125, 0.5, 1]::real[], "w"."words", $1::tsquery) as weight from execution_words as w where ("w"."ctid" = any($2::tid[]) and "w"."rowid" + 0 = any($3::bigint[])) and (select 1 from executions as e where e.number = w.rowid and ("e"."status" = $4 and "e"."project_id" = $5)) is not null order by w.rowid desc limit $6 ) as c order by c.weight, c.number desc limit $7;

-- executions.stats
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", null as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", e.model as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", substr(e.prompt_reference, 1, strpos(e.prompt_reference || '@', '@') - 1) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", substr(e.created_at, 1, 10) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by key desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", coalesce(p.name, e.project_id) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", e.status as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";
with "measured" as (select "e"."kind", "e"."status", "e"."answered_by", "e"."input_tokens", "e"."output_tokens", "e"."cost", (select o.session_id from orchestration_executions o where o.execution_id = e.id) as "key", case when e.answered_by is null then e.latency_ms end as "latency" from "executions" as "e" left join "projects" as "p" on "p"."id" = "e"."project_id" where 1 = 1), "placed" as (select *, row_number() over (partition by key order by latency is null, latency) as "place", count(latency) over (partition by key) as "timed" from "measured") select key as "key", count(*) as "count", count(*) filter (where status = 'running') as "running", count(*) filter (where status = 'succeeded') as "succeeded", count(answered_by) as "cached", sum(input_tokens) as "input", sum(output_tokens) as "output", coalesce(sum(cost), 0) as "cost", count(*) filter (where cost is null and kind <> 'pasted' and status <> 'running') as "ofUnknownCost", min(latency) filter (where place * 100 >= timed * 50) as "p50", min(latency) filter (where place * 100 >= timed * 95) as "p95" from "placed" group by "key" order by count(*) desc, "key";

-- executions.prunable
select count(*) as "count" from "executions" as "e" where "e"."created_at" < $1 and "e"."status" in ($2, $3) and not exists (select 1 from orchestration_executions l where l.execution_id = e.id);
select count(*) as "count" from "executions" as "e" where "e"."created_at" < $1 and "e"."status" in ($2, $3) and not (e.kind = 'pasted' and exists (select 1 from orchestration_executions l where l.execution_id = e.id));

-- executions.prune
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0));
select "e"."id" from "executions" as "e" where "e"."created_at" < $1 and "e"."status" in ($2, $3) and not exists (select 1 from orchestration_executions l where l.execution_id = e.id) limit $4;
delete from "cache_entries" where "execution_id" in ($1, $2);
delete from "executions" where "id" in ($1, $2);
select "e"."id" from "executions" as "e" where "e"."created_at" < $1 and "e"."status" in ($2, $3) and not (e.kind = 'pasted' and exists (select 1 from orchestration_executions l where l.execution_id = e.id)) limit $4;

-- executions.redactable
select pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $1, 0));
select "id" from "executions" where "id" = $1;
select "id", "answered_by" from "executions" where "id" in ($1);
select "e"."id", "l"."session_id", "t"."run_id", "i"."batch_id", "i"."position", "i"."repetition", "o"."optimization_id" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."id" in ($1) or "e"."answered_by" in ($2)) order by "e"."number";
select "execution_id" from "orchestration_executions" where "session_id" in ($1);
select "e"."id", octet_length(e.messages) + octet_length(e.details) + coalesce(octet_length(e.response), 0) + coalesce(octet_length(e.reasoning), 0) as "texts", coalesce((select sum(f.size) from execution_attachments f where f.execution_id = e.id), 0) + coalesce(( select sum(octet_length(u.call) + octet_length(u.text)) from execution_tool_uses u where u.execution_id = e.id ), 0) + coalesce(( select p.size from orchestration_executions l join orchestration_phases p on p.id = l.attempt_id where e.kind = 'pasted' and l.execution_id = e.id ), 0) as "parts" from "executions" as "e" where "e"."id" in ($1, $2, $3, $4);
select "id", "messages", "response", "reasoning", "details", "warnings", "problem_message" from "executions" where "id" in ($1, $2, $3, $4) order by "number";
update "executions" set "messages" = "new_messages", "excerpt" = "new_excerpt", "response" = "new_response", "reasoning" = "new_reasoning", "details" = "new_details", "warnings" = "new_warnings", "problem_message" = "new_problem_message" from (select "id" as "new_id", "messages" as "new_messages", "excerpt" as "new_excerpt", "response" as "new_response", "reasoning" as "new_reasoning", "details" as "new_details", "warnings" as "new_warnings", "problem_message" as "new_problem_message" from "executions" where "id" = null union all select $1, $2, $3, $4, $5, $6, $7, $8 union all select $9, $10, $11, $12, $13, $14, $15, $16) as given where "id" = "new_id";
select "execution_id", "number", "message" from "execution_attempts" where "execution_id" in ($1, $2, $3, $4) and "message" is not null;
select "execution_id", "attempt", "position", "call", "text" from "execution_tool_uses" where "execution_id" in ($1, $2, $3, $4);
select "execution_id", "position", "bytes" from "execution_attachments" where "execution_id" in ($1, $2, $3, $4);
update "executions" set "redacted_at" = $1 where "id" in ($2, $3);
select "s"."id", octet_length(s.feature_request) + coalesce((select sum(octet_length(r.text)) from session_requests r where r.session_id = s.id), 0) + coalesce(( select sum(p.size + coalesce(octet_length(p.result), 0)) from orchestration_phases p where p.session_id = s.id ), 0) + coalesce(( select sum(octet_length(e.after) + coalesce(octet_length(e.before), 0)) from session_events e where e.session_id = s.id ), 0) as "bytes" from "orchestration_sessions" as "s" where "s"."id" in ($1);
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" in ($1) order by "session_id", "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in ($1) order by "a"."session_id", "a"."position", "u"."position";
select "id", "answer", "prompt", "result", "problem_message", "checksum", "size" from "orchestration_phases" where "id" in ($1, $2) order by "session_id", "position";
update "orchestration_phases" set "answer" = "new_answer", "prompt" = "new_prompt", "result" = "new_result", "problem_message" = "new_problem_message", "checksum" = "new_checksum", "size" = "new_size" from (select "id" as "new_id", "answer" as "new_answer", "prompt" as "new_prompt", "result" as "new_result", "problem_message" as "new_problem_message", "checksum" as "new_checksum", "size" as "new_size" from "orchestration_phases" where "id" = null union all select $1, $2, $3, $4, $5, $6, $7) as given where "id" = "new_id";
select "id", "title", "feature_request", "complexity", "time_estimate", "state" from "orchestration_sessions" where "id" in ($1);
select "session_id", "number", "text" from "session_requests" where "session_id" in ($1);
select "session_id", "number", "before", "after" from "session_events" where "session_id" in ($1);
select "session_id", "phase", "number", "note" from "phase_ratings" where "session_id" in ($1) and "note" is not null;
select "id", "settings", "problem_message" from "runs" where "kind" = $1 and "subject" in ($2);
select "run_id", "position", "output", "result", "problem_message", "gate_comment" from "run_steps" where "run_id" in ($1, $2);
update "executions" set "redacted_at" = $1 where "kind" = $2 and "id" in (select "execution_id" from "orchestration_executions" where "attempt_id" in ($3)) returning "id";
delete from "cache_entries" where "execution_id" in ($1, $2, $3, $4);
select "number" from "executions" where "id" in ($1, $2, $3, $4) and "status" != $5;
select "e"."number", octet_length(e.messages) + coalesce(octet_length(e.response), octet_length(p.answer), 0) as "bytes" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in ($1, $2, $3) order by "e"."number";
select "e"."number", "e"."prompt_reference", "e"."model", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in ($1, $2, $3);
insert into "execution_words" (rowid, words) values ($1, $2::tsvector), ($3, $4::tsvector), ($5, $6::tsvector) on conflict (rowid) do update set words = excluded.words;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce( (select project_id from prompts where id = $14), (select project_id from executions where id = $15), (select project_id from orchestration_sessions where id = $16), (select project_id from batches where id = $17), (select project_id from runs where id = $18) ));

-- executions.redact
select pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $1, 0));
select "id" from "executions" where "id" = $1;
select "id", "answered_by" from "executions" where "id" in ($1);
select "e"."id", "l"."session_id", "t"."run_id", "i"."batch_id", "i"."position", "i"."repetition", "o"."optimization_id" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "run_steps" as "t" on "t"."execution_id" = "e"."id" left join "batch_executions" as "b" on "b"."execution_id" = "e"."id" left join "batch_items" as "i" on "i"."batch_id" = "b"."batch_id" and "i"."position" = "b"."position" left join "optimization_calls" as "o" on "o"."execution_id" = "e"."id" where ("e"."id" in ($1) or "e"."answered_by" in ($2)) order by "e"."number";
select "execution_id" from "orchestration_executions" where "session_id" in ($1);
select "e"."id", octet_length(e.messages) + octet_length(e.details) + coalesce(octet_length(e.response), 0) + coalesce(octet_length(e.reasoning), 0) as "texts", coalesce((select sum(f.size) from execution_attachments f where f.execution_id = e.id), 0) + coalesce(( select sum(octet_length(u.call) + octet_length(u.text)) from execution_tool_uses u where u.execution_id = e.id ), 0) + coalesce(( select p.size from orchestration_executions l join orchestration_phases p on p.id = l.attempt_id where e.kind = 'pasted' and l.execution_id = e.id ), 0) as "parts" from "executions" as "e" where "e"."id" in ($1, $2, $3, $4);
select "id", "messages", "response", "reasoning", "details", "warnings", "problem_message" from "executions" where "id" in ($1, $2, $3, $4) order by "number";
update "executions" set "messages" = "new_messages", "excerpt" = "new_excerpt", "response" = "new_response", "reasoning" = "new_reasoning", "details" = "new_details", "warnings" = "new_warnings", "problem_message" = "new_problem_message" from (select "id" as "new_id", "messages" as "new_messages", "excerpt" as "new_excerpt", "response" as "new_response", "reasoning" as "new_reasoning", "details" as "new_details", "warnings" as "new_warnings", "problem_message" as "new_problem_message" from "executions" where "id" = null union all select $1, $2, $3, $4, $5, $6, $7, $8 union all select $9, $10, $11, $12, $13, $14, $15, $16) as given where "id" = "new_id";
select "execution_id", "number", "message" from "execution_attempts" where "execution_id" in ($1, $2, $3, $4) and "message" is not null;
select "execution_id", "attempt", "position", "call", "text" from "execution_tool_uses" where "execution_id" in ($1, $2, $3, $4);
select "execution_id", "position", "bytes" from "execution_attachments" where "execution_id" in ($1, $2, $3, $4);
update "executions" set "redacted_at" = $1 where "id" in ($2, $3);
select "s"."id", octet_length(s.feature_request) + coalesce((select sum(octet_length(r.text)) from session_requests r where r.session_id = s.id), 0) + coalesce(( select sum(p.size + coalesce(octet_length(p.result), 0)) from orchestration_phases p where p.session_id = s.id ), 0) + coalesce(( select sum(octet_length(e.after) + coalesce(octet_length(e.before), 0)) from session_events e where e.session_id = s.id ), 0) as "bytes" from "orchestration_sessions" as "s" where "s"."id" in ($1);
select "id", "session_id", "step", "part", "attempt", "outcome", "input_method", "input_name", "checksum", "size", "forced", "appended_to", "problem_code", "problem_message", "template", "template_layer", "template_checksum", "template_note", "started_at", "finished_at" from "orchestration_phases" where "session_id" in ($1) order by "session_id", "position";
select "u"."attempt_id", "u"."version_id" from "orchestration_phases" as "a" inner join "phase_prompt_versions" as "u" on "u"."attempt_id" = "a"."id" where "a"."session_id" in ($1) order by "a"."session_id", "a"."position", "u"."position";
select "id", "answer", "prompt", "result", "problem_message", "checksum", "size" from "orchestration_phases" where "id" in ($1, $2) order by "session_id", "position";
update "orchestration_phases" set "answer" = "new_answer", "prompt" = "new_prompt", "result" = "new_result", "problem_message" = "new_problem_message", "checksum" = "new_checksum", "size" = "new_size" from (select "id" as "new_id", "answer" as "new_answer", "prompt" as "new_prompt", "result" as "new_result", "problem_message" as "new_problem_message", "checksum" as "new_checksum", "size" as "new_size" from "orchestration_phases" where "id" = null union all select $1, $2, $3, $4, $5, $6, $7) as given where "id" = "new_id";
select "id", "title", "feature_request", "complexity", "time_estimate", "state" from "orchestration_sessions" where "id" in ($1);
select "session_id", "number", "text" from "session_requests" where "session_id" in ($1);
select "session_id", "number", "before", "after" from "session_events" where "session_id" in ($1);
select "session_id", "phase", "number", "note" from "phase_ratings" where "session_id" in ($1) and "note" is not null;
select "id", "settings", "problem_message" from "runs" where "kind" = $1 and "subject" in ($2);
select "run_id", "position", "output", "result", "problem_message", "gate_comment" from "run_steps" where "run_id" in ($1, $2);
update "executions" set "redacted_at" = $1 where "kind" = $2 and "id" in (select "execution_id" from "orchestration_executions" where "attempt_id" in ($3)) returning "id";
delete from "cache_entries" where "execution_id" in ($1, $2, $3, $4);
select "number" from "executions" where "id" in ($1, $2, $3, $4) and "status" != $5;
select "e"."number", octet_length(e.messages) + coalesce(octet_length(e.response), octet_length(p.answer), 0) as "bytes" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in ($1, $2, $3) order by "e"."number";
select "e"."number", "e"."prompt_reference", "e"."model", "e"."messages", "e"."response", "p"."answer" from "executions" as "e" left join "orchestration_executions" as "l" on "l"."execution_id" = "e"."id" left join "orchestration_phases" as "p" on "p"."id" = "l"."attempt_id" and "e"."response" is null where "e"."number" in ($1, $2, $3);
insert into "execution_words" (rowid, words) values ($1, $2::tsvector), ($3, $4::tsvector), ($5, $6::tsvector) on conflict (rowid) do update set words = excluded.words;
select pg_advisory_xact_lock_shared(hashtextextended(current_setting('search_path') || $1, 0)), pg_advisory_xact_lock(hashtextextended(current_setting('search_path') || $2, 0));
select number, hash from audit_marks where number between $1 and $2 order by number desc limit 1;
insert into "audit_log" ("number", "at", "actor", "action", "subject_kind", "subject_id", "subject", "before", "after", "note", "forced", "previous_hash", "hash", "project_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce( (select project_id from prompts where id = $14), (select project_id from executions where id = $15), (select project_id from orchestration_sessions where id = $16), (select project_id from batches where id = $17), (select project_id from runs where id = $18) ));
vacuum;

-- logins.has
select 1 from pg_roles where rolname = $1;

-- logins.ownership
select pg_get_userbyid(relowner) as owner, pg_has_role(relowner, 'usage') as "isOwn" from pg_class where relnamespace = to_regnamespace(current_setting('search_path')) and relname = 'schema_migrations';

-- logins.admit
select current_schema() as name;
grant usage on schema "its own" to "login";
grant select, insert, update, delete on "projects" to "login";
grant select, insert, update, delete on "project_members" to "login";
grant select, insert, update, delete on "orchestration_sessions" to "login";
grant select, insert, update on "orchestration_phases" to "login";
grant select, insert, update on "session_requests" to "login";
grant select, insert, update on "session_events" to "login";
grant select, insert, update, delete on "phase_prompt_versions" to "login";
grant select, insert, update, delete on "active_choices" to "login";
grant select, insert, update, delete on "prompts" to "login";
grant select, insert on "prompt_versions" to "login";
grant select, insert, update, delete on "prompt_labels" to "login";
grant select, insert on "prompt_label_moves" to "login";
grant select, insert, update, delete on "prompt_tags" to "login";
grant select, insert, update, delete on "prompt_references" to "login";
grant select, insert, update, delete on "prompt_search_entries" to "login";
grant select, insert, update, delete on "prompt_words" to "login";
grant select, insert, update, delete on "prompt_parts" to "login";
grant select, insert on "audit_log" to "login";
grant select, insert, update, delete on "executions" to "login";
grant select, insert, update on "execution_attempts" to "login";
grant select, insert, update on "execution_tool_uses" to "login";
grant select, insert, update on "execution_attachments" to "login";
grant select, insert, update, delete on "execution_words" to "login";
grant select, insert, update, delete on "execution_words_due" to "login";
grant select, insert, update, delete on "orchestration_executions" to "login";
grant select, insert, update, delete on "phase_ratings" to "login";
grant select, insert, update, delete on "cache_entries" to "login";
grant select, insert, update, delete on "model_aliases" to "login";
grant select, insert, update, delete on "runs" to "login";
grant select, insert, update on "run_steps" to "login";
grant select, insert, delete on "protected_labels" to "login";
grant select, insert, update, delete on "batches" to "login";
grant select, insert, update, delete on "batch_items" to "login";
grant select, insert, update, delete on "batch_executions" to "login";
grant select, insert, update on "workers" to "login";
grant select, insert, update, delete on "workflows" to "login";
grant select, insert on "workflow_versions" to "login";
grant select, insert, update, delete on "experiments" to "login";
grant select, insert, update, delete on "experiment_variants" to "login";
grant select, insert, update, delete on "experiment_metrics" to "login";
grant select, insert, update, delete on "experiment_assignments" to "login";
grant select, insert, update, delete on "experiment_observations" to "login";
grant select, insert, update, delete on "optimizations" to "login";
grant select, insert, update, delete on "optimization_rows" to "login";
grant select, insert, update, delete on "optimization_candidates" to "login";
grant select, insert, update, delete on "optimization_calls" to "login";
grant select on "schema_migrations" to "login";
grant select on "closed_places" to "login";
grant select on "audit_marks" to "login";
grant execute on function find_execution_words(tsquery, integer) to "login";
grant execute on function find_prompt_words(tsquery, integer) to "login";
grant execute on function find_prompt_parts(integer[], text[], integer) to "login";
grant execute on function find_prompt_names(integer[], text[], integer) to "login";

-- logins.dismiss
select current_schema() as name;
revoke all on all tables in schema "its own" from "login";
revoke all on all functions in schema "its own" from "login";
revoke all on schema "its own" from "login";
