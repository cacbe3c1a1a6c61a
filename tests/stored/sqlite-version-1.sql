BEGIN TRANSACTION;
CREATE TABLE twin_conversations (
	conversation VARCHAR(32) NOT NULL, 
	erased INTEGER NOT NULL, 
	turns INTEGER NOT NULL, 
	first_asked_at VARCHAR(40), 
	last_answered_at VARCHAR(40), 
	first_question TEXT, 
	PRIMARY KEY (conversation)
);
INSERT INTO "twin_conversations" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',0,2,'1952-05-02T09:30:01+00:00','1952-05-02T09:30:02.400000+00:00','"question 1"');
INSERT INTO "twin_conversations" VALUES('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',1,0,NULL,NULL,NULL);
CREATE TABLE twin_kept (
	name VARCHAR(64) NOT NULL, 
	value BLOB NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "twin_kept" VALUES('session-secret',X'6B6570742073696E63652076657273696F6E2031');
CREATE TABLE twin_schema (
	version INTEGER NOT NULL
);
INSERT INTO "twin_schema" VALUES(1);
CREATE TABLE twin_turns (
	conversation VARCHAR(32) NOT NULL, 
	sequence INTEGER NOT NULL, 
	id_hash VARCHAR(32) NOT NULL, 
	form TEXT NOT NULL, 
	PRIMARY KEY (conversation, sequence), 
	UNIQUE (conversation, id_hash)
);
INSERT INTO "twin_turns" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,'f8d85c4d35e609dfc9ffc719f9f4b6ea','{"v":1,"id":"turn-1","question":"question 1","answer":"answer 1","asked_at":"1952-05-02T09:30:01+00:00","answered_at":"1952-05-02T09:30:01.400000+00:00","model":"contract:model","finish":"stop","usage":{"input_tokens":10,"output_tokens":1,"cached_tokens":3,"estimated":true},"sources":[{"id":"s1","file":"facts.json","locator":"education[0]","text":"Mathematics at Vassar"}],"prompt_fingerprint":"f00d","flags":["unanswered","unknown:kubernetes"],"message_id":"message-1"}');
INSERT INTO "twin_turns" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',2,'281a71416abb53079f56bb43f3c983d3','{"v":1,"id":"turn-2","question":"question 2","answer":"answer 2","asked_at":"1952-05-02T09:30:02+00:00","answered_at":"1952-05-02T09:30:02.400000+00:00","model":"contract:model","finish":"stop","usage":{"input_tokens":10,"output_tokens":2,"cached_tokens":3,"estimated":true},"sources":[{"id":"s1","file":"facts.json","locator":"education[0]","text":"Mathematics at Vassar"}],"prompt_fingerprint":"f00d","flags":["unanswered","unknown:kubernetes"],"message_id":"message-2"}');
COMMIT;
