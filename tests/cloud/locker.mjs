// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

/**
 * One writer per upload. A newcomer asks the holder to let go (the server then drains the holder for up to 3 s) and
 * waits its turn, 5 s at most; then 503, as the real service's PostgreSQL locker answers.
 */
export class UploadLocker {
    /** id -> { release, queue }: the holder's way to be asked, and who waits. */
    #held = new Map();

    constructor(timeoutMs = 5000) {
        this.timeoutMs = timeoutMs;
    }

    newLock(id) {
        return {
            lock: (signal, requestRelease) => this.#lock(id, signal, requestRelease),
            unlock: () => this.#unlock(id),
        };
    }

    async #lock(id, signal, requestRelease) {
        const held = this.#held.get(id);
        if (!held) {
            this.#held.set(id, { requestRelease, queue: [] });
            return;
        }
        held.requestRelease();
        await new Promise((resolve, reject) => {
            const waiter = { requestRelease };
            const give = (error) => {
                clearTimeout(timer);
                signal.removeEventListener('abort', onAbort);
                const index = held.queue.indexOf(waiter);
                if (index >= 0) {
                    held.queue.splice(index, 1);
                }
                error ? reject(error) : resolve();
            };
            const timeout = { status_code: 503, body: 'acquiring lock timeout' };
            const onAbort = () => give(timeout);
            const timer = setTimeout(() => give(timeout), this.timeoutMs);
            waiter.grant = () => give();
            signal.addEventListener('abort', onAbort, { once: true });
            held.queue.push(waiter);
        });
    }

    async #unlock(id) {
        const held = this.#held.get(id);
        const next = held?.queue.shift();
        if (!next) {
            this.#held.delete(id);
            return;
        }
        held.requestRelease = next.requestRelease;
        next.grant();
        if (held.queue.length > 0) {
            held.requestRelease();
        }
    }
}
