import type { NextAuthOptions } from "next-auth";
import Github, { type GithubProfile } from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { SignInSettings } from "./environment";

const HOURS = 3600;

/** True when an address is on the list, by itself or by its domain; an empty list lets everyone in. */
export function mayEnter(email: string | null, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  const address = email?.toLowerCase() ?? "";
  return allowed.some((each) => (each.startsWith("@") ? address.endsWith(each) : address === each));
}

type GithubConfig = OAuthConfig<GithubProfile>;
type Provider = NextAuthOptions["providers"][number];

const oidcProfile = z.object({
  sub: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

type UserinfoRequest = NonNullable<Extract<GithubConfig["userinfo"], object>["request"]>;

/** A GitHub account may carry an address nobody has confirmed; only a confirmed one says who it is. */
const githubProfile: UserinfoRequest = async ({ client, tokens }) => {
  const profile = await client.userinfo(tokens.access_token ?? "");
  const answer = await fetch("https://api.github.com/user/emails", {
    headers: { Authorization: `Bearer ${tokens.access_token}` },
  });
  const emails = answer.ok ? githubEmails.parse(await answer.json()) : [];
  return { ...profile, email: emails.find(({ primary, verified }) => primary && verified)?.email };
};

function providersOf({ github, google, oidc }: SignInSettings): Provider[] {
  const providers: Provider[] = [];
  if (github) {
    const userinfo = { url: "https://api.github.com/user", request: githubProfile };
    providers.push(Github({ clientId: github.id, clientSecret: github.secret, userinfo }));
  }
  if (google) providers.push(Google({ clientId: google.id, clientSecret: google.secret }));
  if (oidc) {
    providers.push({
      id: "oidc",
      name: "Single sign-on",
      type: "oauth",
      wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
      clientId: oidc.id,
      clientSecret: oidc.secret,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (claims: unknown) => {
        const { sub, name, preferred_username, email } = oidcProfile.parse(claims);
        return { id: sub, name: name ?? preferred_username ?? null, email: email ?? null };
      },
    });
  }
  return providers;
}

/** What next-auth needs: sessions in an encrypted cookie, nothing stored, nothing of a person logged. */
export function signInOptions(settings: SignInSettings): NextAuthOptions {
  return {
    providers: providersOf(settings),
    secret: settings.secret,
    session: { strategy: "jwt", maxAge: 12 * HOURS },
    // The built-in pages load pictures from elsewhere; Lucid's own page offers to sign in and says what went wrong.
    pages: { signIn: "/", signOut: "/", error: "/" },
    callbacks: {
      signIn: ({ user, profile }) => {
        const unverified = profile && "email_verified" in profile && profile.email_verified === false;
        return mayEnter(unverified ? null : (user.email ?? null), settings.allowedEmails);
      },
      jwt: ({ token, account, user }) =>
        account
          ? { sub: `${account.provider}:${account.providerAccountId}`, name: user.name, email: user.email }
          : token,
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.name ?? null } }),
    },
    logger: {
      error: (code) => process.stderr.write(`Sign-in failed: ${code}\n`),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
