// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { errors, jwtVerify } from 'jose';
import { accessDenied } from './errors.mjs';

/** Verifies the tokens that the auth service signs (HS256). Messages are jose's own, as in the real storage service. */
export class Tokens {
    #key;

    constructor(secret) {
        this.#key = new TextEncoder().encode(secret);
    }

    /** The claims of a valid token; throws jose's error otherwise. */
    async verify(token) {
        const { payload } = await jwtVerify(token, this.#key, { algorithms: ['HS256'] });
        return payload;
    }

    /** For /storage: the claims of the Authorization header, or the storage API's 403-in-a-400. */
    async claims(req) {
        try {
            return await this.verify(bearer(req) ?? '');
        } catch (error) {
            throw accessDenied(error.message);
        }
    }

    /** For /rest: { claims }, or { refusal } as PostgREST's [code, message]. No leeway, as the stand-in has none. */
    async restClaims(token) {
        const parts = token.split('.').length;
        if (parts !== 3) {
            return { refusal: ['PGRST301', `Expected 3 parts in JWT; got ${parts}`] };
        }
        try {
            return { claims: await this.verify(token) };
        } catch (error) {
            const expired = error instanceof errors.JWTExpired;
            return {
                refusal: expired
                    ? ['PGRST303', 'JWT expired']
                    : ['PGRST301', 'No suitable key or wrong key type'],
            };
        }
    }
}

/** The token of an "Authorization: Bearer ..." header, or null. */
export function bearer(req) {
    return /^Bearer\s+(.+)$/i.exec(req.headers.authorization ?? '')?.[1].trim() ?? null;
}
