//! Work others do for a case: finance, the warehouse, the courier, a supplier. A task has an owner and
//! an agreed time, or it is none. Never deleted: done, or dropped with a reason.

use super::{CaseState, Event, Stamp, TaskNo};
use serde::{Deserialize, Serialize};

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Department {
    /// Pays, refunds, writes invoices.
    Finance,
    /// Packs, counts, looks into returns.
    Warehouse,
    /// Carries parcels, and answers for lost ones.
    Courier,
    /// Made the goods, or sold them to the shop.
    Supplier,
    /// Looks into how the goods are used or mended.
    Technician,
    /// Decides what the agent may not.
    Supervisor,
}

impl Department {
    /// Every department, the one asked most often first.
    pub const ALL: [Self; 6] = [
        Self::Finance,
        Self::Warehouse,
        Self::Courier,
        Self::Supplier,
        Self::Technician,
        Self::Supervisor,
    ];

    /// The name in the file and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finance => "finance",
            Self::Warehouse => "warehouse",
            Self::Courier => "courier",
            Self::Supplier => "supplier",
            Self::Technician => "technician",
            Self::Supervisor => "supervisor",
        }
    }

    /// The department of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What became of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskStatus {
    /// Still to be done.
    Open,
    /// Done.
    Done,
    /// No longer wanted.
    Dropped,
}

impl TaskStatus {
    /// The name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}

/// Work somebody else does for a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its ordinal within the case.
    pub no: TaskNo,
    /// Who does it.
    pub department: Department,
    /// The person there who agreed to.
    pub owner: String,
    /// What.
    pub what: String,
    /// What the agent had tried before handing it over.
    pub tried: String,
    /// By when, as agreed.
    pub due: Stamp,
    /// When it was handed over.
    pub opened_at: Stamp,
    /// What became of it.
    pub status: TaskStatus,
    /// How often another time was agreed.
    pub moved: u32,
    /// What came of it, or why it was dropped.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
}

impl Task {
    /// Whether it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status == TaskStatus::Open
    }

    /// Whether the agreed time is over and nothing came.
    #[must_use]
    pub fn is_overdue(&self, now: Stamp) -> bool {
        self.is_open() && self.due <= now
    }
}

impl CaseState {
    /// Notes what happened to a task; nothing when the case has no such task.
    pub(super) fn work(&mut self, event: &Event, at: Stamp) -> Option<()> {
        match event {
            Event::TaskOpened { no, department, owner, what, tried, due } => {
                self.tasks.push(Task {
                    no: *no,
                    department: *department,
                    owner: owner.clone(),
                    what: what.clone(),
                    tried: tried.clone(),
                    due: *due,
                    opened_at: at,
                    status: TaskStatus::Open,
                    moved: 0,
                    result: String::new(),
                });
            }
            Event::TaskMoved { no, due } => {
                let task = self.task_mut(*no)?;
                task.due = *due;
                task.moved = task.moved.saturating_add(1);
            }
            Event::TaskDone { no, result } => {
                let task = self.task_mut(*no)?;
                task.status = TaskStatus::Done;
                task.result.clone_from(result);
            }
            Event::TaskDropped { no, reason } => {
                let task = self.task_mut(*no)?;
                task.status = TaskStatus::Dropped;
                task.result.clone_from(reason);
            }
            _no_task => {}
        }
        Some(())
    }

    fn task_mut(&mut self, no: TaskNo) -> Option<&mut Task> {
        self.tasks.iter_mut().find(|task| task.no == no)
    }
}
