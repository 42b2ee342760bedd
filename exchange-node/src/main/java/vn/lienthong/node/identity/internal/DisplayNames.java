package vn.lienthong.node.identity.internal;

import vn.lienthong.node.identity.Role;

/** What the first account of a role is called until its owner changes it. */
final class DisplayNames {
    private DisplayNames() {}

    static String of(Role role) {
        return switch (role) {
            case CLERK -> "Văn thư";
            case LEADER -> "Lãnh đạo";
            case OFFICER -> "Chuyên viên";
            case SECURITY_OFFICER -> "Cán bộ an toàn thông tin";
            case OPERATOR -> "Vận hành";
            case ADMINISTRATOR -> "Quản trị";
        };
    }
}
