package vn.lienthong.node.days;

import java.util.stream.Stream;

/** The routes of the secret area: nobody here is cleared, so each answers everybody as an unknown path does. */
final class SecretRoutes {

    private static final String UNKNOWN = " | in 404 404 404 404 404 404 404";
    private static final String ROUTES = """
        GET /secret
        GET /secret/books
        GET /secret/books/{book}
        GET /secret/documents
        GET /secret/documents/{id}
        GET /secret/documents/{id}/files/{number}
        GET /secret/documents/{id}/files/{number}/pages/{page}
        GET /secret/documents/{id}/knowers
        GET /secret/documents/{id}/looks
        GET /secret/documents/{id}/proof
        GET /secret/drafts
        GET /secret/drafts/new
        GET /secret/drafts/{id}
        GET /secret/drafts/{id}/check
        GET /secret/drafts/{id}/edit
        GET /secret/drafts/{id}/files/{number}
        GET /secret/drafts/{id}/files/{number}/pages/{page}
        GET /secret/drafts/{id}/recipients
        GET /secret/drafts/{id}/remove
        GET /secret/keys
        GET /secret/locked
        GET /secret/policy
        GET /secret/releases
        GET /secret/releases/{id}
        GET /secret/releases/{id}/files/{number}
        GET /secret/releases/{id}/files/{number}/pages/{page}
        GET /secret/times
        GET /secret/unlock
        POST /secret/books
        POST /secret/books/{book}/lock
        POST /secret/books/{book}/print
        POST /secret/documents
        POST /secret/documents/{id}/ask-consent
        POST /secret/documents/{id}/consent
        POST /secret/documents/{id}/declassify/confirm
        POST /secret/documents/{id}/declassify/propose
        POST /secret/documents/{id}/files/{number}/copy
        POST /secret/documents/{id}/hand-over
        POST /secret/documents/{id}/knowers/add
        POST /secret/documents/{id}/knowers/take-away
        POST /secret/documents/{id}/reason
        POST /secret/documents/{id}/refuse
        POST /secret/documents/{id}/register
        POST /secret/drafts
        POST /secret/drafts/{id}/edit
        POST /secret/drafts/{id}/files
        POST /secret/drafts/{id}/files/{number}/remove
        POST /secret/drafts/{id}/recall
        POST /secret/drafts/{id}/recipients
        POST /secret/drafts/{id}/recipients/add
        POST /secret/drafts/{id}/recipients/remove
        POST /secret/drafts/{id}/register
        POST /secret/drafts/{id}/remove
        POST /secret/drafts/{id}/stop
        POST /secret/drafts/{id}/submit
        POST /secret/drafts/{id}/withdraw
        POST /secret/keys/enrol
        POST /secret/keys/pin
        POST /secret/keys/reset
        POST /secret/lock
        POST /secret/policy
        POST /secret/releases/{id}/approve
        POST /secret/releases/{id}/recall
        POST /secret/releases/{id}/refuse
        POST /secret/releases/{id}/stop
        POST /secret/unlock
        """;

    private SecretRoutes() {}

    /** Lines as the table of all routes has them. */
    static Stream<String> lines() {
        return ROUTES.lines().map(route -> route + UNKNOWN);
    }
}
