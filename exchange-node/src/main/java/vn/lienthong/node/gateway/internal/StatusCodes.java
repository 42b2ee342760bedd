package vn.lienthong.node.gateway.internal;

import vn.lienthong.core.error.ErrorCode;

/** Which entry of the catalogue stands for a bare HTTP status, when the container or Spring refuses before a resource runs. */
final class StatusCodes {
    private static final int FIRST_SERVER_ERROR = 500;

    private StatusCodes() {}

    static ErrorCode of(int status) {
        return switch (status) {
            case 401 -> ErrorCode.NOT_AUTHENTICATED;
            case 403 -> ErrorCode.NOT_PERMITTED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406, 415 -> ErrorCode.MEDIA_TYPE_UNSUPPORTED;
            case 412 -> ErrorCode.PRECONDITION_FAILED;
            case 413 -> ErrorCode.TOO_LARGE;
            case 422 -> ErrorCode.FIELD_INVALID;
            case 429 -> ErrorCode.TOO_MANY_REQUESTS;
            case 503 -> ErrorCode.UNAVAILABLE;
            case 507 -> ErrorCode.STORAGE_FULL;
            default -> status < FIRST_SERVER_ERROR ? ErrorCode.REQUEST_MALFORMED : ErrorCode.INTERNAL;
        };
    }
}
