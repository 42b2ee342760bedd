/** The pages about the rights of people. */
@NullMarked
package vn.lienthong.node.people.internal;

import org.jspecify.annotations.NullMarked;
