// A real OpenID Connect provider (npm oidc-provider) on a free port of this machine, with its development pages for signing in: any
// name signs in, with any password. Prints "listening PORT".
//   node provider.mjs REDIRECT_URI [PORT]
// Each start makes a new signing key, as a provider does that changes its keys.
import { createServer } from "node:http";
import { randomBytes, generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const [redirectUri, wishedPort] = process.argv.slice(2);

const server = createServer();
server.listen(Number(wishedPort ?? 0), "127.0.0.1", () => {
    const { port } = server.address();
    const issuer = `http://127.0.0.1:${port}`;
    const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
    const provider = new Provider(issuer, {
        clients: [
            {
                client_id: "fieldbook",
                client_secret: "a secret that the two share",
                redirect_uris: [redirectUri],
                response_types: ["code"],
                grant_types: ["authorization_code"],
                // A test machine speaks no TLS.
                application_type: "native",
            },
        ],
        pkce: { required: () => true },
        conformIdTokenClaims: false,
        claims: { openid: ["sub"], profile: ["preferred_username"], email: ["email", "email_verified"] },
        findAccount: (context, id) => ({
            accountId: id,
            claims: () => ({ sub: id, preferred_username: id, email: `${id}@example.com`, email_verified: id !== "unverified" }),
        }),
        jwks: { keys: [{ ...key, kid: randomBytes(8).toString("hex"), use: "sig", alg: "RS256" }] },
        cookies: { keys: [randomBytes(16).toString("hex")] },
    });
    server.on("request", provider.callback());
    console.log(`listening ${port}`);
});
