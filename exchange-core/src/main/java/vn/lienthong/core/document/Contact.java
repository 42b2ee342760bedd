package vn.lienthong.core.document;

import vn.lienthong.core.value.BoundedText;

/**
 * How to reach an organization; every part may be empty.
 *
 * @param address at most 500 characters
 * @param email at most 100 characters
 * @param telephone at most 50 characters
 * @param fax at most 50 characters
 * @param website at most 200 characters
 */
public record Contact(String address, String email, String telephone, String fax, String website) {

    /** Nothing known. */
    public static final Contact NONE = new Contact("", "", "", "", "");

    /** Checks the lengths. */
    public Contact {
        address = BoundedText.line("address", address, 0, 500);
        email = BoundedText.line("email", email, 0, 100);
        telephone = BoundedText.line("telephone", telephone, 0, 50);
        fax = BoundedText.line("fax", fax, 0, 50);
        website = BoundedText.line("website", website, 0, 200);
    }

    /** Addresses are personal data: they are not printed. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
