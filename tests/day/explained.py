"""Reads each task as the attention screen shows it and says what a person would find missing there."""

from storedesk.desk.moments import Look
from storedesk.desk.task_facts import TaskFacts, read_facts
from storedesk.desk.task_views import derive_task
from storedesk.storage.read_records import TaskRecord
from storedesk.ui.screens.attention import task_words as words

UNTOLD = {"Needs a look", "Changed this order.", "Has it otherwise.", "Look at the order and close this."}
"""What the screen says where it has no words for a task."""


def missing_of(record: TaskRecord, look: Look) -> list[str]:
    """What is not explained; empty for a good task."""
    task = record.task
    view = derive_task(record, look)
    said = {
        "title": words.title_text(view.row),
        "what was done here": words.side_text(view.this_desk),
        "what central says": words.side_text(view.central),
        "what it means": words.meaning_text(view.meaning),
    }
    missing = [
        f"{task.kind}: {part} is {text!r}" for part, text in said.items() if not text or text in UNTOLD
    ]
    missing += [f"{task.kind}: a hole in {text!r}" for text in said.values() if "{" in text]
    if not view.choices:
        missing.append(f"{task.kind}: no choices")
    if read_facts(task) == TaskFacts() and not record.order_number:
        missing.append(f"{task.kind}: no facts and no order")
    for choice in view.choices:
        title, effect, _ = words.choice_words(choice, view)
        if not effect or title == choice.key:
            missing.append(f"{task.kind}: choice {choice.key} has no words")
    if sum(choice.suggested for choice in view.choices) != 1:
        missing.append(f"{task.kind}: not one choice is suggested")
    return missing
