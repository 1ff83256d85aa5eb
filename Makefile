# The same words for hand, hook and CI. Everything happens in .venv.
PYTHON ?= python3
BIN := .venv/bin
RUN_READY := .venv/.run-ready
TEST_READY := .venv/.test-ready
BENCH_READY := .venv/.bench-ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check format bench prove lock clean

run: $(RUN_READY)  ## start the bot on SQLite with the simulator
	$(BIN)/gridbot run

test: $(TEST_READY)  ## every test; each skip is named with its reason
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: $(TEST_READY)  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(TEST_READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(BENCH_READY)  ## the bot beside its peers and its floors; fails where a goal is missed by a third
	$(BIN)/python -m benchmarks --write docs/performance.md

prove: $(TEST_READY)  ## what takes hours: kills, races, years, attacks and mutated callbacks at a release's numbers
	$(BIN)/python -m tests.storage.kill_loop --cycles 10000
	$(BIN)/python -m tests.endurance.kills --cycles 300
	$(BIN)/python -m tests.storage.redemption_races --rounds 50
	$(BIN)/python -m tests.scheduler.years --years 20 --stops 200
	$(BIN)/python -m tests.tips.linkage --seeds 200 --database sqlite
	$(BIN)/python -m tests.tips.linkage --seeds 200 --database sqlite --design pool
	$(BIN)/python -m tests.tips.linkage --seeds 20 --database postgresql --design pool
	$(BIN)/python -m pytest tests/channels --callbacks 20000

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(RUN_READY): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --editable .
	touch $@

$(TEST_READY): requirements-test.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements-test.lock
	$(PIP) --no-deps --editable .
	touch $@ $(RUN_READY)

$(BENCH_READY): requirements-bench.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements-bench.lock
	$(PIP) --no-deps --editable .
	touch $@

lock: ## renew the locked dependencies (needs uv on the PATH)
	uv pip compile pyproject.toml --extra wechaty --extra wecom --universal --generate-hashes --python-version 3.11 --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --extra wechaty --extra wecom --extra test --universal --generate-hashes --python-version 3.11 --no-header --quiet --output-file requirements-test.lock
	uv pip compile pyproject.toml --extra wechaty --extra wecom --extra test --extra bench --universal --generate-hashes --python-version 3.11 --no-header --quiet --output-file requirements-bench.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache
