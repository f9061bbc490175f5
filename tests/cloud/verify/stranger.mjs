// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { Account } from './account.mjs';
import { Difference } from './rows.mjs';
import { buckets } from './shape.mjs';

/** Signs somebody else up, who must see no row and no object of `owner`. Throws a Difference. */
export async function verifyStranger(owner, tables) {
    const stranger = await Account.stranger(owner.url, owner.key);
    for (const { name } of tables) {
        for await (const row of stranger.rows(name)) {
            throw new Difference(`another user sees ${name} ${row.id} of ${row.uid}`);
        }
    }
    for (const bucket of buckets) {
        const names = await owner.list(bucket, owner.uid);
        const seen = [...(await stranger.list(bucket, '')), ...(await stranger.list(bucket, owner.uid))];
        if (seen.length > 0) {
            throw new Difference(`another user can list ${bucket}: ${seen[0]}`);
        }
        for (const name of names) {
            const reply = await stranger.download(bucket, `${owner.uid}/${name}`);
            await reply.body?.cancel();
            if (reply.ok) {
                throw new Difference(`another user can read ${bucket}/${owner.uid}/${name}`);
            }
        }
    }
}
