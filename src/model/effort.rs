//! Steps of work, counted where a test of this crate asks for them: that a stage stays linear is then
//! tested without a clock, which measures the machine as well.
//!
//! `spend` stands where a stage looks at a piece of its input; it is nothing in the program.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static SPENT: Cell<usize> = const { Cell::new(0) };
}

/// Counts steps of work, in tests only.
#[cfg(test)]
pub(crate) fn spend(steps: usize) {
    SPENT.with(|spent| spent.set(spent.get() + steps));
}

/// Counts steps of work, in tests only.
#[cfg(not(test))]
#[inline]
pub(crate) fn spend(_steps: usize) {}

/// How many steps some work takes.
#[cfg(test)]
pub(crate) fn steps_of(work: impl FnOnce()) -> usize {
    let before = SPENT.with(Cell::get);
    work();
    SPENT.with(Cell::get) - before
}

/// Fails where twice the work takes much more than twice the steps: four times, if it is quadratic.
#[cfg(test)]
pub(crate) fn assert_linear(what: &str, size: usize, work: impl Fn(usize)) {
    let (once, twice) = (steps_of(|| work(size)), steps_of(|| work(2 * size)));
    let most = 2 * once + once / 4 + 200;
    assert!(twice <= most, "{what}: {once} steps, and {twice} for twice as much");
}
