package vn.lienthong.node.days;

import java.util.stream.Stream;

/** The part of {@link RouteTable} about signing in, second factors and sessions. */
final class SignInRoutes {

    private static final String TABLE = """
        ANY /sign-in/kept | in in in in in in in in
        ANY /sign-in/refused | in in in in in in in in
        GET /account/passkeys | in 200 200 200 200 200 200 200
        GET /account/sessions | in 200 200 200 200 200 200 200
        GET /sign-in/break-glass | 200 200 200 200 200 200 200 200
        GET /sign-in/code | in in in in in in in in
        GET /sign-in/enrol | in in in in in in in in
        GET /sign-in/link | in in in in in in in in
        GET /sign-in/oidc/{provider} | 503 503 503 503 503 503 503 503
        GET /sign-in/oidc/{provider}/back | 401 401 401 401 401 401 401 401
        GET /step-up | in 200 200 200 200 200 200 200
        POST /sign-in/oidc/{provider}/logout | 400 400 400 400 400 400 400 400
        POST /account/passkeys | in 200 200 200 302 200 302 200
        POST /account/passkeys/options | in 404 404 404 404 404 404 404
        POST /account/passkeys/remove | in 302 302 302 302 302 302 302
        POST /account/sessions/end | in 302 302 302 302 302 302 302
        POST /account/sessions/end-others | in 302 302 302 302 302 302 302
        POST /accounts/link | in 403 403 403 403 403 302 403
        POST /accounts/session | in 403 403 403 403 403 302 403
        POST /accounts/unlink | in 403 403 403 403 403 302 403
        POST /sign-in/break-glass | 422 422 422 422 422 422 422 422
        POST /sign-in/code | in in in in in in in in
        POST /sign-in/code/passkey | in in in in in in in in
        POST /sign-in/code/passkey/options | 401 401 401 401 401 401 401 401
        POST /sign-in/enrol | in in in in in in in in
        POST /sign-in/link | in in in in in in in in
        POST /sign-in/passkey | 401 401 401 401 401 401 401 401
        POST /sign-in/passkey/options | 404 404 404 404 404 404 404 404
        POST /step-up | in 401 401 401 401 401 401 401
        POST /step-up/passkey | in 401 401 401 401 401 401 401
        POST /step-up/passkey/options | in 404 404 404 404 404 404 404
        """;

    private SignInRoutes() {}

    static Stream<String> lines() {
        return TABLE.lines();
    }
}
