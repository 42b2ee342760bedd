package vn.lienthong.core.edxml;

import vn.lienthong.core.value.BoundedText;

/**
 * Who acted, as a message says; every part may be empty.
 *
 * @param department at most 200 characters
 * @param departmentId at most 100 characters
 * @param staff the name, at most 200 characters
 * @param staffId at most 100 characters
 * @param email at most 100 characters
 * @param mobile at most 50 characters
 */
public record EdxmlStaff(
        String department, String departmentId, String staff, String staffId, String email, String mobile) {

    /** Nobody named. */
    public static final EdxmlStaff NONE = new EdxmlStaff("", "", "", "", "", "");

    /** Checks the lengths. */
    public EdxmlStaff {
        department = BoundedText.line("department", department, 0, 200);
        departmentId = BoundedText.line("department id", departmentId, 0, 100);
        staff = BoundedText.line("staff", staff, 0, 200);
        staffId = BoundedText.line("staff id", staffId, 0, 100);
        email = BoundedText.line("email", email, 0, 100);
        mobile = BoundedText.line("mobile", mobile, 0, 50);
    }

    /** Names are personal data: they are not printed. */
    @Override
    public String toString() {
        return "EdxmlStaff[…]";
    }
}
