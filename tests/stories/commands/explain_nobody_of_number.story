# explain of a number that nobody has
Neither a person nor an exception: exit 2, and both are said.

$ explain 77 --roster staff.csv --lang en
exit 2

-- staff.csv --
person_id,name
1,Sato Hanako

-- expect stderr --
nobody has the number '77', and no exception of this run
