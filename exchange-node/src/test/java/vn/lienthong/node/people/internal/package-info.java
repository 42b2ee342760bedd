@NullMarked
package vn.lienthong.node.people.internal;

import org.jspecify.annotations.NullMarked;
